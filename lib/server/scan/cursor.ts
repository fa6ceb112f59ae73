import 'server-only';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ProblemError } from '@/lib/eni/problem';
import { digestsOf, type Question } from './question';
import { isStateOf, type Scan, type ScanState, scanStateSchema } from './state';

/** The longest cursor, in characters: the search is in the same URL, and many proxies refuse more than 8 kB. */
export const LONGEST = 7_500;
/** The most bytes that a cursor may unpack to. */
const MOST_BYTES = 64 * 1024;
const LIFETIME = 10 * 60_000;

const VERSION = 3;
const CIPHER = 'aes-256-gcm';
/** Bytes of: version and key id, initialisation vector, tag. */
const [HEAD, IV, TAG] = [5, 12, 16];

/** Tells which key sealed a cursor, and reveals nothing of the key. */
function headOf(key: Buffer): Buffer {
  return Buffer.concat([
    Buffer.of(VERSION),
    createHash('sha256').update('id').update(key).digest().subarray(0, 4),
  ]);
}

/**
 * A state as the opaque text that clients send back: sealed, and compressed so that it fits into a URL.
 * @returns null where that is longer than {@link readCursor} would read
 */
export function writeCursor(state: ScanState, [key]: readonly Buffer[]): string | null {
  if (!key) throw new Error('no key to seal cursors with');
  const json = JSON.stringify(state);
  if (json.length > MOST_BYTES / 3) return null;
  const [head, iv] = [headOf(key), randomBytes(IV)];
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(head);
  const sealed = Buffer.concat([cipher.update(deflateRawSync(json, { level: 9 })), cipher.final()]);
  const text = Buffer.concat([head, iv, cipher.getAuthTag(), sealed]).toString('base64url');
  return text.length > LONGEST ? null : text;
}

function invalid(): ProblemError {
  return new ProblemError('cursor_invalid', {
    field: 'cursor',
    detail: 'The cursor is not one of ours, or was damaged. Start again without it.',
  });
}

/** The cursor, or an upstream token in it, is too old: start again and merge by id. */
export function cursorExpired(): ProblemError {
  return new ProblemError('cursor_expired', {
    field: 'cursor',
    detail: 'The cursor is too old. Start again without it; ENIs that come twice have the same id.',
  });
}

/** The sealed content; null where this key did not seal it, or it is not a cursor of ours. */
function unpack(bytes: Buffer, key: Buffer): unknown {
  try {
    const head = bytes.subarray(0, HEAD);
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(HEAD, HEAD + IV), { authTagLength: TAG });
    decipher.setAAD(head).setAuthTag(bytes.subarray(HEAD + IV, HEAD + IV + TAG));
    const packed = Buffer.concat([decipher.update(bytes.subarray(HEAD + IV + TAG)), decipher.final()]);
    return JSON.parse(inflateRawSync(packed, { maxOutputLength: MOST_BYTES }).toString());
  } catch {
    return null;
  }
}

/** @throws ProblemError `cursor_invalid`, `cursor_expired` where the key is not one of these */
function open(text: string, keys: readonly Buffer[]): ScanState {
  const bytes = Buffer.from(text.length > LONGEST ? '' : text, 'base64url');
  // Only one spelling of the bytes is valid.
  if (bytes.length <= HEAD + IV + TAG || bytes[0] !== VERSION || bytes.toString('base64url') !== text)
    throw invalid();
  const key = keys.find((each) => headOf(each).equals(bytes.subarray(0, HEAD)));
  if (!key) throw cursorExpired();
  const parsed = scanStateSchema.safeParse(unpack(bytes, key));
  if (!parsed.success) throw invalid();
  return parsed.data;
}

/** The scope of a search has changed since its cursor was given, because the grants have. */
export function cursorForbidden(): ProblemError {
  return new ProblemError('cursor_forbidden', {
    field: 'cursor',
    detail: 'What you may see is not what it was when the cursor was given. Start again without it.',
  });
}

/** Whether a cursor was given to this very asker for this very search, whatever its scope was then. */
export function wasGivenFor(
  text: string,
  question: Pick<Question, 'search' | 'asker'>,
  keys: readonly Buffer[],
): boolean {
  try {
    const { search, asker } = open(text, keys);
    const own = digestsOf({ ...question, accounts: [], text: '' });
    return own.asker !== null && asker === own.asker && search === own.search;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

/**
 * Reads a cursor back. Nothing in it is trusted: we must have sealed it, and its state must be one that this scan can
 * be in.
 * @throws ProblemError `cursor_invalid`, `cursor_forbidden` (another account, or a scope that has been cut anew),
 *   `cursor_mismatch` (another search), `cursor_expired` (older than 10 minutes, or sealed with a key that this process
 *   does not have)
 */
export function readCursor(text: string, scan: Scan, now: number): ScanState {
  const state = open(text, scan.keys);
  const own = digestsOf(scan.question);
  // Without sign-in, the scope of a search changes only when the list of regions does.
  if (own.asker !== null && state.search === own.search && state.question !== own.question)
    throw cursorForbidden();
  if (state.accounts !== own.accounts) {
    throw new ProblemError('cursor_forbidden', {
      field: 'cursor',
      detail: 'The cursor belongs to another account.',
    });
  }
  if (state.question !== own.question) {
    throw new ProblemError('cursor_mismatch', {
      field: 'cursor',
      detail: 'The cursor belongs to another search.',
    });
  }
  if (!(now - state.issued <= LIFETIME) || state.issued > now + LIFETIME) throw cursorExpired();
  if (!isStateOf(state, scan)) throw invalid();
  return state;
}
