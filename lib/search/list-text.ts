/**
 * The list syntax of a URL value: a comma parts the values, a backslash takes the next character literally.
 * Values stay in their escaped spelling everywhere but where they are compared or shown, so reading and writing a
 * URL loses nothing.
 */

/** Parts a list at its unescaped commas. */
export function splitList(text: string): string[] {
  return splitAt(text, ',');
}

/** The values of a list that came in several texts, as from `status=a,b&status=c`: a backslash ends with its text. */
export function splitLists(texts: readonly string[]): string[] {
  return texts.flatMap(splitList);
}

/** Parts text at every unescaped `separator`. */
export function splitAt(text: string, separator: string): string[] {
  const parts = [''];
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char === '\\') {
      parts[parts.length - 1] += char + (text[i + 1] ?? '');
      i++;
    } else if (char === separator) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

/** Whether a backslash stands last, with nothing to take literally. */
export function endsInBackslash(text: string): boolean {
  return (/\\*$/.exec(text)?.[0].length ?? 0) % 2 === 1;
}

/** The text meant by an escaped spelling. */
export function unescapeText(text: string): string {
  return text.replace(/\\(.)/gsu, '$1');
}

/** The escaped spelling of a text, `special` being the characters that need a backslash beside `\` and `,`. */
export function escapeText(text: string, special = ''): string {
  return Array.from(text, (char) => (`\\,${special}`.includes(char) ? `\\${char}` : char)).join('');
}
