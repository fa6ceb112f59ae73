/**
 * A text without what stands around it. Walks in from both ends, as an expression that looks for the end from every
 * place takes forever in a long run.
 * @param inner matches a character that may be the first or the last; `atEnd` one that may be the last besides
 */
export function stripEnds(text: string, inner: RegExp, atEnd: RegExp = inner): string {
  let [from, to] = [0, text.length];
  while (from < to && !inner.test(text.charAt(from))) from++;
  while (to > from && !inner.test(text.charAt(to - 1)) && !atEnd.test(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}
