/** Line breaks, controls and what else shows nothing itself, in one go with the blanks around it. */
const BREAKS = /[\p{C}\p{Z}]+/gu;
/** Of ASCII and of the quotes that PowerShell takes for its own, what some shell reads as more than a letter. */
const SHELL = /[^A-Za-z0-9 ._:/@+,\-\u{80}-\u{10ffff}]|[‘’‚‛“”„]/gu;

/**
 * Text of others as it may stand in a comment of a script, whatever shell it is pasted into: on one line, and without
 * a character that any of them reads. (zsh knows no comments when it is typed into, and bash expands `!` in them.)
 */
export function commentText(text: string): string {
  return text.replace(BREAKS, ' ').replace(SHELL, '_').trim();
}
