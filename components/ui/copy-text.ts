/** What had the focus and what was selected, so that copying leaves no trace. */
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

/** Something that can be copied, which browsers ask for; what is copied is not what is in it. */
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
  // Beside what has the focus: a dialog takes it back from whatever is outside.
  const { activeElement } = document;
  const host = activeElement === document.body ? activeElement : activeElement?.parentElement;
  (host ?? document.body).append(field);
  return field;
}

/** Copies as browsers did before they had a clipboard for pages; whether it worked. Only while somebody has just pressed something. */
function copyByCommand(text: string): boolean {
  let isSet = false;
  // The text itself and not that of a field, which changes the ends of lines, and takes long over many.
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
 * Puts a text on the clipboard: THE way to. Browsers have a clipboard for pages over https and on this machine only, and
 * refuse it for reasons of their own; then it goes the old way.
 * @returns whether it is there; whoever calls says so where it is not
 */
export async function copyText(text: string): Promise<boolean> {
  // Absent over plain http, whatever its type says.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return copyByCommand(text);
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}
