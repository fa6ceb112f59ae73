/** The focused element and the selection, so that copying leaves no trace. */
function keepPlace(): () => void {
  const focused = document.activeElement;
  const selection = document.getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, at) => selection?.getRangeAt(at));
  const field =
    focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused : null;
  // A field that has no text selection, such as a checkbox, has null.
  const caret = field && ([field.selectionStart, field.selectionEnd, field.selectionDirection] as const);
  return () => {
    selection?.removeAllRanges();
    for (const range of ranges) if (range) selection?.addRange(range);
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    if (field && caret && caret[0] !== null) field.setSelectionRange(caret[0], caret[1], caret[2] ?? 'none');
  };
}

/** A field with something to copy, as browsers require one; its content is not what gets copied. */
function addField(): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  field.value = ' ';
  field.readOnly = true;
  field.tabIndex = -1;
  field.ariaHidden = 'true';
  Object.assign(field.style, {
    position: 'fixed',
    top: '0',
    left: '0',
    width: '1px',
    height: '1px',
    opacity: '0',
  });
  // Beside the focused element: a dialog takes the focus back from elements outside of it.
  const { activeElement } = document;
  const host = activeElement === document.body ? activeElement : activeElement?.parentElement;
  (host ?? document.body).append(field);
  return field;
}

/** Copies with the browser's old command; returns whether it worked. Only right after a press by the user. */
function copyByCommand(text: string): boolean {
  let isSet = false;
  // The text itself and not a field's value, which changes line ends, and is slow with many lines.
  const onCopy = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isSet = true;
  };
  const goBack = keepPlace();
  const field = addField();
  window.addEventListener('copy', onCopy, { capture: true });
  try {
    field.focus({ preventScroll: true });
    field.select();
    return document.execCommand('copy') && isSet;
  } catch {
    return false;
  } finally {
    window.removeEventListener('copy', onCopy, { capture: true });
    field.remove();
    goBack();
  }
}

/**
 * Puts a text on the clipboard: THE way to. Browsers offer pages a clipboard only over https and on this machine, and
 * refuse it for reasons of their own; then the old command copies.
 * @returns whether it is there; if not, the caller has to say so
 */
export async function copyText(text: string): Promise<boolean> {
  // Missing over plain http, whatever its type says.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return copyByCommand(text);
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}
