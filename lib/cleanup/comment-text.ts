/** Line breaks, controls and what else shows nothing itself, in one go with the blanks around it. */
const BREAKS = /[\p{C}\p{Z}]+/gu;
/** The ASCII characters, and the quotes that PowerShell also accepts, that some shell reads as more than a letter. */
const SHELL = /[^A-Za-z0-9 ._:/@+,\-\u{80}-\u{10ffff}]|[‘’‚‛“”„]/gu;

/**
 * Foreign text as it may be written in a comment of a script, whatever shell the script is pasted into: on one line,
 * and without a character that any of them interprets. (Interactive zsh has no comments, and bash expands `!` in them.)
 */
export function commentText(text: string): string {
  return text.replace(BREAKS, ' ').replace(SHELL, '_').trim();
}
