/**
 * A number that JavaScript cannot hold. It travels as a marked string and `stringify` removes the quotes, so the wire
 * carries the bare digits.
 */
export function rawNumber(digits: string): string {
  return `\u0001${digits}\u0001`;
}

/** JSON with the digits of `rawNumber` bare. */
export function stringify(value: unknown): string {
  const json = JSON.stringify(value);
  // JSON.stringify writes U+0001 as \u0001, and nothing else in the estate contains that character.
  // Two plain replacements take a third of the time of one regular expression.
  return json.replaceAll('"\\u0001', '').replaceAll('\\u0001"', '');
}
