import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { keepFile, recallFile } from './file-store';

const file = (name: string, text = 'x') => new File([text], name);

describe('the exports of a browser', () => {
  it('come back by their name, the later one of a name in place of the earlier', async () => {
    expect(await recallFile('a.json')).toBeNull();
    expect(await keepFile(file('a.json', 'first'))).toBe(true);
    expect(await keepFile(file('a.json', 'second'))).toBe(true);
    expect(await (await recallFile('a.json'))?.text()).toBe('second');
    expect(await recallFile('b.json')).toBeNull();
  });

  it('are the last six', async () => {
    const start = Date.now();
    for (let n = 0; n < 8; n++) {
      vi.spyOn(Date, 'now').mockReturnValue(start + 1000 * n);
      await keepFile(file(`${n}.json`));
    }
    expect(await recallFile('1.json')).toBeNull();
    expect(await recallFile('2.json')).not.toBeNull();
    vi.restoreAllMocks();
  });

  it('are not kept where they are large, and no older one stands in', async () => {
    await keepFile(file('large.json'));
    const large = file('large.json');
    Object.defineProperty(large, 'size', { value: 65 * 2 ** 20 });
    expect(await keepFile(large)).toBe(false);
    expect(await recallFile('large.json')).toBeNull();
  });

  it('are not kept where the browser keeps nothing', async () => {
    vi.resetModules();
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
    const { keepFile: keep, recallFile: recall } = await import('./file-store');
    expect(await keep(file('a.json'))).toBe(false);
    expect(await recall('a.json')).toBeNull();
    vi.unstubAllGlobals();
  });
});
