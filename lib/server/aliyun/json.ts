import 'server-only';

// Whole tokens, so that digits inside a string, a fraction or an exponent are never taken for an integer.
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const LONG_INTEGER = /^-?\d{16,}$/;

// The value of a key, and never text: before the quote that ends a key stands a letter, not a backslash as inside a
// string, nor what stands before the quote that begins one.
const LONG_VALUE = /(?<=[^\\:,[{\s]"\s*:\s*)-?\d{16,}(?=\s*[,}\]])/g;
const ANY_LONG = /[:,[]\s*-?\d{16,}\s*[,}\]]/;

/** Every token is looked at: right for any JSON, and slow. */
function quoteEveryLong(text: string): string {
  return text.replace(STRING_OR_NUMBER, (token) => (LONG_INTEGER.test(token) ? `"${token}"` : token));
}

/**
 * Parses upstream JSON without rounding: an integer of 16 digits or more becomes a string, digit for digit.
 * docs/UPSTREAM.md#integers
 * @throws SyntaxError when the text is no JSON
 */
export function parseLossless(text: string): unknown {
  // A page of 500 ENIs has a megabyte, and hardly a long integer that is not the value of a key.
  const quoted = text.replace(LONG_VALUE, '"$&"');
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
