/**
 * Characters that change how text around them reads and show nothing themselves: controls, bidirectional marks,
 * zero-width and other format characters, line separators, lone surrogates, and letters that are drawn blank.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f/gu;
/** Nothing but spaces, of whatever width. */
const BLANK = /^\p{Zs}+$/u;

function escapeOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/**
 * Text that people typed into the cloud, with invisible characters written as escapes: `a\u202eb`. Spaces are seen
 * between other characters; a text of spaces alone would be an empty cell: `\u0020\u0020`.
 */
export function visibleText(text: string): string {
  return BLANK.test(text) ? Array.from(text, escapeOf).join('') : text.replace(UNSEEN, escapeOf);
}

/** The label of a thing wherever it is shown: its name, else its id. */
export function shownName({ name, id }: { name: string | null; id: string }): string {
  return name === null ? id : visibleText(name);
}
