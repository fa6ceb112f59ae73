import { visibleText } from '@/lib/eni/visible-text';

/** One word of a POSIX shell, whatever the text holds. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * A comment of a shell script, on one line. `words` are texts of others: quoted, because a shell that people type into
 * need not know comments (zsh) and would run what is in them.
 * @param says our own words, without a character that a shell reads
 */
export function shellComment(says: string, ...words: string[]): string {
  return ['#', says, ...words.map((word) => shellWord(visibleText(word)))].join(' ');
}
