/**
 * Characters that change how text around them reads and show nothing themselves: controls, bidirectional marks,
 * zero-width and other format characters, line separators, lone surrogates, and letters that are drawn blank.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f/gu;

function escapeOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Text that people typed into the cloud, with what cannot be seen written as an escape: `a\u202eb`. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, escapeOf);
}
