import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyText } from './copy-text';

class FakeElement {
  style = {};
  value = '';
  parentElement: FakeElement | null = null;
  children: FakeElement[] = [];
  append(child: FakeElement): void {
    child.parentElement = this;
    this.children.push(child);
  }
  remove(): void {
    const { parentElement } = this;
    if (parentElement) parentElement.children = parentElement.children.filter((each) => each !== this);
    if (page.activeElement === this) page.activeElement = page.body;
  }
  focus(): void {
    page.activeElement = this;
  }
  select(): void {}
}
class FakeField extends FakeElement {
  selectionStart: number | null = 2;
  selectionEnd = 5;
  selectionDirection = 'forward';
  setSelectionRange = vi.fn();
}

type Listener = (event: unknown) => void;
const listeners = new Set<Listener>();
/** The clipboard of the browser's old copy command, and the element that had the focus when it copied. */
let copied: string | null;
let focusedBeside: FakeElement | null;
let page: ReturnType<typeof newPage>;

function newPage() {
  const body = new FakeElement();
  const dialog = new FakeElement();
  const button = new FakeElement();
  body.append(dialog);
  dialog.append(button);
  return {
    body,
    dialog,
    button,
    activeElement: button as FakeElement,
    getSelection: () => null,
    createElement: () => new FakeElement(),
    execCommand: vi.fn((_: string) => {
      focusedBeside = page.activeElement.parentElement;
      for (const listener of listeners)
        listener({
          clipboardData: { setData: (_type: string, text: string) => (copied = text) },
          preventDefault: () => {},
          stopImmediatePropagation: () => {},
        });
      return listeners.size > 0;
    }),
  };
}

beforeEach(() => {
  copied = null;
  focusedBeside = null;
  listeners.clear();
  page = newPage();
  vi.stubGlobal('document', page);
  vi.stubGlobal('HTMLElement', FakeElement);
  vi.stubGlobal('HTMLInputElement', FakeField);
  vi.stubGlobal('HTMLTextAreaElement', FakeField);
  vi.stubGlobal('window', {
    addEventListener: (_: string, listener: Listener) => listeners.add(listener),
    removeEventListener: (_: string, listener: Listener) => listeners.delete(listener),
  });
});
afterEach(() => vi.unstubAllGlobals());

const TEXT = 'eni-1\r\neni-2\t"é"\n';

function withClipboard(writeText: ((text: string) => Promise<void>) | null): void {
  vi.stubGlobal('navigator', writeText ? { clipboard: { writeText } } : {});
}

/** No trace of it is left on the page. */
function expectNoTrace(): void {
  expect(listeners.size).toBe(0);
  expect([page.body.children, page.dialog.children]).toEqual([[page.dialog], [page.button]]);
}

describe('copying', () => {
  it('takes the clipboard where there is one', async () => {
    const writeText = vi.fn(async () => {});
    withClipboard(writeText);
    expect(await copyText(TEXT)).toBe(true);
    expect(writeText).toHaveBeenCalledExactlyOnceWith(TEXT);
    expect(page.execCommand).not.toHaveBeenCalled();
  });

  it.each([
    ['there is none, as over plain http', null],
    ['it is refused', () => Promise.reject(new Error('NotAllowedError'))],
  ])('goes the old way where %s, and the text arrives as it is', async (_, writeText) => {
    withClipboard(writeText);
    expect(await copyText(TEXT)).toBe(true);
    expect(copied).toBe(TEXT);
    expect(focusedBeside).toBe(page.dialog);
    expect(page.activeElement).toBe(page.button);
    expectNoTrace();
  });

  it('gives back the caret of a field', async () => {
    withClipboard(null);
    const field = new FakeField();
    page.dialog.children = [page.button];
    field.parentElement = page.body;
    page.activeElement = field;
    expect(await copyText(TEXT)).toBe(true);
    expect(page.activeElement).toBe(field);
    expect(field.setSelectionRange).toHaveBeenCalledExactlyOnceWith(2, 5, 'forward');
  });

  it('says so where neither works', async () => {
    withClipboard(null);
    page.execCommand.mockReturnValueOnce(false);
    expect(await copyText(TEXT)).toBe(false);
    page.execCommand.mockImplementationOnce(() => {
      throw new Error('refused');
    });
    expect(await copyText(TEXT)).toBe(false);
    // It claims to have copied, but never asked for the data.
    page.execCommand.mockImplementationOnce(() => true);
    expect(await copyText(TEXT)).toBe(false);
    expect(page.activeElement).toBe(page.button);
    expectNoTrace();
  });
});
