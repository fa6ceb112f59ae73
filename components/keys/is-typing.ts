const TYPED = 'textarea, select, [contenteditable]:not([contenteditable="false"])';
const OPEN = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';
/** Fields that take no text, so letters stay shortcuts: a row's checkbox leaves them to the row. */
const NOT_TEXT = ['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color', 'file', 'image'];

/** Whether a key pressed here is text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TEXT.includes(target.type);
  return target.closest(TYPED) !== null;
}

/** Whether a key pressed here belongs to something open above the page. */
export function isInOpen(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(OPEN) !== null;
}
