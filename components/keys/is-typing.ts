const TYPED = 'textarea, select, [contenteditable]:not([contenteditable="false"])';
const OPEN = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';
/** Fields in which letters are no text: a row's checkbox has the keys of the row. */
const NOT_TEXT = ['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color', 'file', 'image'];

/** Whether a key pressed here is text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TEXT.includes(target.type);
  return target.closest(TYPED) !== null;
}

/** Whether a key pressed here belongs to something that is open above the page. */
export function isInOpen(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(OPEN) !== null;
}
