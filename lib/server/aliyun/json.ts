import 'server-only';

// Whole tokens, so that digits inside a string, a fraction or an exponent are never taken for an integer.
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const LONG_INTEGER = /^-?\d{16,}$/;

/**
 * Parses upstream JSON without rounding: an integer of 16 digits or more becomes a string, digit for digit.
 * docs/UPSTREAM.md#integers
 * @throws SyntaxError when the text is no JSON
 */
export function parseLossless(text: string): unknown {
  return JSON.parse(
    text.replace(STRING_OR_NUMBER, (token) => (LONG_INTEGER.test(token) ? `"${token}"` : token)),
  );
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
