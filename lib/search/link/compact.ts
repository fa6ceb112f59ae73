import { deflateSync, Inflate } from 'fflate';
import type { SearchIssue } from '../params';
import { safeQuery } from './safe-query';

/** The parameter that stands for all others of a long URL: a version, a dot, and the packed query string. */
const KEY = 's';
const VERSION = '1';

/** A query string up to this long stays as people can read it. */
export const LONGEST_PLAIN = 1_800;

/** Limits of the packed text, and of the unpacked one: a short text can expand to gigabytes. */
const LONGEST_PACKED = 60_000;
const MOST_BYTES = 256 * 1024;
/** Deflate grows 1,032-fold at most, so no step unpacks more than 1 MB before the sum is looked at. */
const STEP = 1_024;

const SUM_BYTES = 4;

/** FNV-1a, 32 bits. A lost or changed letter would else unpack to another search. */
function sumOf(bytes: Uint8Array): Uint8Array {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return Uint8Array.of(sum >>> 24, sum >>> 16, sum >>> 8, sum);
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws where it is no base64 */
function fromBase64Url(text: string): Uint8Array {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (char) => char.charCodeAt(0));
}

/** @throws where it was not packed whole, or is more than {@link MOST_BYTES} */
function inflate(packed: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((part) => {
    size += part.length;
    if (size > MOST_BYTES) throw new RangeError('unpacks to too much');
    parts.push(part);
  });
  for (let at = 0; at < packed.length; at += STEP)
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function pack(query: string): string {
  const bytes = new TextEncoder().encode(query);
  const deflated = deflateSync(bytes, { level: 9 });
  const packed = new Uint8Array(SUM_BYTES + deflated.length);
  packed.set(sumOf(bytes));
  packed.set(deflated, SUM_BYTES);
  return `${VERSION}.${toBase64Url(packed)}`;
}

/** The query string that was packed; null where none was. */
function unpack(text: string): string | null {
  const [version, packed = '', ...rest] = text.split('.');
  if (version !== VERSION || rest.length > 0 || !/^[\w-]+$/.test(packed)) return null;
  try {
    const bytes = fromBase64Url(packed);
    const query = inflate(bytes.subarray(SUM_BYTES));
    const isWhole = sumOf(query).every((byte, at) => byte === bytes[at]);
    return isWhole ? new TextDecoder('utf-8', { fatal: true }).decode(query) : null;
  } catch {
    return null;
  }
}

/**
 * The shorter of two spellings of a query string: itself, or all of it packed into the one parameter `s`. Nothing is
 * lost by it. docs/decisions/0020-compact-links.md
 */
export function shortQuery(query: string): string {
  if (query.length <= LONGEST_PLAIN || new URLSearchParams(query).has(KEY)) return query;
  const packed = safeQuery(`${KEY}=${pack(query)}`);
  return packed.length < query.length && packed.length <= LONGEST_PACKED ? packed : query;
}

/**
 * The parameters of a URL, with `s` replaced by the parameters that it packs. An `s` that is damaged, of another
 * version or too long is left out whole and named in `issues`, and the parameters beside it stay as they were.
 */
export function expandParams(given: URLSearchParams): { params: URLSearchParams; issues: SearchIssue[] } {
  const [text, ...more] = given.getAll(KEY);
  if (text === undefined) return { params: given, issues: [] };
  const issues: SearchIssue[] = [];
  const query = text.length > LONGEST_PACKED ? null : unpack(text);
  const inside = [...new URLSearchParams(query ?? '')];
  if (text.length > LONGEST_PACKED)
    issues.push({ field: KEY, code: 'too_long', allowed: [`at most ${LONGEST_PACKED} characters`] });
  else if (query === null || inside.some(([key]) => key === KEY))
    issues.push({ field: KEY, code: 'malformed', allowed: [`${VERSION}.…`], value: text });
  if (more.length > 0) issues.push({ field: KEY, code: 'duplicate_parameter', allowed: [`${KEY} once`] });
  const beside = [...given].filter(([key]) => key !== KEY);
  const isRead = issues.length === 0;
  const at = [...given.keys()].indexOf(KEY);
  return {
    params: new URLSearchParams(isRead ? beside.toSpliced(at, 0, ...inside) : beside),
    issues,
  };
}
