import { parseAddress } from '@/lib/eni/ip';
import { maskLength, readRange } from './address-range';

const V4 = String.raw`\d{1,3}(?:\.\d{1,3}){3}`;
const ADDRESS = `(?:${V4}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})`;
const DASH = '[-–—~～]';
const BLANK = String.raw`[ \t\u00a0]`;

/** Invisible characters that spreadsheets and chats leave in texts. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/gu;
/** Addresses that were made harmless: `47[.]96[.]10[.]51`, `hxxp[:]//`, and the dots of a regular expression. */
const DEFANGED: readonly [RegExp, string][] = [
  [/ ?(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)) ?/gi, '.'],
  [/(\d)\\\.(?=\d)/g, '$1.'],
  [/\[:(\/\/)?\]/g, ':$1'],
  [/ ?(?:\[@\]|\[at\]) ?/gi, '@'],
  [/\bhxxp/gi, 'http'],
];
/** The place of an IPv6 address in a URL, or with its port. */
const IN_BRACKETS = /\[([0-9a-f:.]+)\](?::\d{1,5})?/gi;
/** tcpdump and the netstat of BSD part the port by one more dot. */
const CONNECTION = /(?<=^|; )(?:tcp|udp)\d{0,2} [^;\n]*/gim;
const DOTTED_PORT = new RegExp(`(?<![\\w.:])(${ADDRESS})\\.\\d{1,5}(?![\\w.])`, 'gi');
const CAPTURED = new RegExp(
  String.raw`(?<![\w.:])(${ADDRESS})(?:\.[\w-]{1,16})? > (${ADDRESS})(?:\.[\w-]{1,16})?:(?=\s|$)`,
  'gi',
);
const MASKED = new RegExp(
  String.raw`(?<![\w.:])(${V4})(${BLANK}{1,24}|["']?(?:,${BLANK}?|;)["']?)((?:net)?mask[:=]?${BLANK}{0,3})?(${V4})(?![\w./])`,
  'gi',
);
const RANGE = new RegExp(
  String.raw`(?<![\w.:-]|[\da-f]${BLANK}{0,3}${DASH}${BLANK}{0,3})(${ADDRESS})(?:\/\d{1,3})?${BLANK}{0,3}(?:${DASH}|\.{2,3})${BLANK}{0,3}(${ADDRESS})(?:\/\d{1,3})?(?![\w:/]|\.\w|${BLANK}{0,3}${DASH}${BLANK}{0,3}[\da-f:])`,
  'gi',
);

function withLength(all: string, address: string, _gap: string, word: string | undefined, mask: string) {
  const length = maskLength(mask);
  // After the word any mask is one; a wildcard stands bare.
  return length === null || (word !== undefined && mask.startsWith('0.')) ? all : `${address}/${length}`;
}

function withoutBlanks(all: string, first: string, last: string) {
  const range = `${first}-${last}`;
  if (readRange(range) !== null) return range;
  return parseAddress(first) && parseAddress(last) ? `${first} ${last}` : all;
}

/**
 * A pasted text with spellings of several words joined into one: an address with its mask becomes `address/length`, a
 * range `a-b`, and defanged text its original. Changes nothing else.
 */
export function plainText(text: string): string {
  const visible = text.replace(INVISIBLE, '');
  const plain = DEFANGED.reduce((read, [pattern, by]) => read.replace(pattern, by), visible);
  return plain
    .replace(IN_BRACKETS, ' $1 ')
    .replace(CAPTURED, '$1 > $2 ')
    .replace(CONNECTION, (line) => line.replace(DOTTED_PORT, '$1'))
    .replace(MASKED, withLength)
    .replace(RANGE, withoutBlanks);
}

/** A pasted text as a field of one line holds it: the ends of lines and of cells stay seen, as names may have blanks. */
export function oneLine(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim().replace(/\t+/g, ', '))
    .filter((line) => line !== '')
    .join('; ');
}
