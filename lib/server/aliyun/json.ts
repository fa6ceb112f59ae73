import 'server-only';
import { isAscii } from 'node:buffer';

// Whole tokens, so that digits inside a string, a fraction or an exponent are never taken for an integer.
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** At least nine quadrillion: what JavaScript may round. */
const LONG_INTEGER = /^-?(?:\d{17,}|9\d{15})$/;

// The value of a key, and never text: a letter precedes the quote that ends a key, not a backslash as inside a string,
// nor one of the characters that precede an opening quote. Without a look-behind, since the engine would try it at
// every position.
const LONG_VALUE = /([^\\:,[{\s]"\s*:\s*)(-?(?:\d{17,}|9\d{15}))(?=\s*[,}\]])/g;
const ANY_LONG = /[:,[]\s*-?(?:\d{17,}|9\d{15})\s*[,}\]]/;

const NOT_ASCII = /[\x80-\xff]+/g;

/** The text with quotes around the long integers that are certain to be values of keys. */
export function quoteValues(text: string): string {
  return text.replace(LONG_VALUE, '$1"$2"');
}

/** Looks at every token: right for any JSON, and slow. */
function quoteEveryLong(text: string): string {
  return text.replace(STRING_OR_NUMBER, (token) => (LONG_INTEGER.test(token) ? `"${token}"` : token));
}

function escaped(part: string): string {
  let text = '';
  const units = Buffer.from(part, 'latin1').toString();
  for (let at = 0; at < units.length; at++)
    text += `\\u${units.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return text;
}

/**
 * The same JSON in ASCII: every other character of its strings is escaped. Text of one byte a character is made,
 * searched and parsed in half the time and memory; a single Chinese name would cost a whole page that saving.
 * @throws SyntaxError where a backslash escapes a character that it may not, an error that our escaping would hide
 */
function toAscii(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  if (isAscii(bytes)) return text;
  return text.replace(NOT_ASCII, (part, at: number) => {
    let before = at;
    while (text[before - 1] === '\\') before--;
    if ((at - before) % 2 === 1) throw new SyntaxError('a bad escape');
    return escaped(part);
  });
}

/**
 * Parses upstream JSON, in UTF-8, without rounding: an integer that JavaScript may not hold exactly, of 17 digits or of
 * 16 beginning with 9, becomes a string, digit for digit. docs/UPSTREAM.md#integers
 * @throws SyntaxError when the bytes are not JSON
 */
export function parseLossless(bytes: Buffer): unknown {
  const text = toAscii(bytes);
  // A page of 500 ENIs is a megabyte, with hardly a long integer that is not the value of a key.
  const quoted = quoteValues(text);
  return JSON.parse(ANY_LONG.test(quoted) ? quoteEveryLong(text) : quoted);
}

/** The text of the first object inside the array under `key`, verbatim; null where there is none. */
export function firstObjectText(text: string, key: string): string | null {
  const start = new RegExp(`"${key}"\\s*:\\s*\\[\\s*(?=\\{)`).exec(text);
  if (!start) return null;
  const from = start.index + start[0].length;
  let depth = 0;
  for (const token of text.slice(from).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token[0] === '{') depth++;
    else if (token[0] === '}' && --depth === 0) return text.slice(from, from + token.index + 1);
  }
  return null;
}
