import 'fake-indexeddb/auto';
import { createStore, set } from 'idb-keyval';
import { describe, expect, it, vi } from 'vitest';
import { lookWith, rowWith } from '@/lib/changes/changes.test-kit';
import { keepSteps, MOST_ROWS } from '@/lib/changes/kept-look';
import { runSteps } from '@/lib/steps/run-steps';
import { keepLook, recallLook } from './look-store';

const look = lookWith([rowWith()]);
const raw = createStore('eni_atlas', 'looks');

describe('the looks of a browser', () => {
  it('come back by their search', async () => {
    expect(await recallLook('region=all')).toBeNull();
    expect(await keepLook('region=all', look)).toBeNull();
    expect(await recallLook('region=all')).toEqual(look);
    expect(await recallLook('')).toBeNull();
  });

  it('are those of the last ten searches', async () => {
    for (let n = 0; n < 12; n++) await keepLook(`region=${n}`, look);
    expect(await recallLook('region=1')).toBeNull();
    expect(await recallLook('region=2')).toEqual(look);
  });

  it('say where one is too large, and keep no older one in its place', async () => {
    await keepLook('region=all', look);
    const large = lookWith(Array.from({ length: MOST_ROWS + 1 }, () => rowWith()));
    expect(await keepLook('region=all', large)).toBe('too_large');
    expect(await recallLook('region=all')).toBeNull();
  });

  it('say where one is of a later version, or damaged', async () => {
    await set('look later', { ...runSteps(keepSteps(look)), v: 2 }, raw);
    await set('look damaged', { v: 1, rows: 7 }, raw);
    await set('heads', 'nonsense', raw);
    expect(await recallLook('later')).toBe('newer');
    expect(await recallLook('damaged')).toBe('corrupt');
    expect(await keepLook('damaged', look)).toBeNull();
    expect(await recallLook('damaged')).toEqual(look);
  });

  it('say where the browser keeps nothing', async () => {
    vi.resetModules();
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
    const { recallLook: recall, keepLook: keep } = await import('./look-store');
    expect(await recall('region=all')).toBe('forbidden');
    expect(await keep('region=all', look)).toBe('forbidden');
    vi.unstubAllGlobals();
  });
});
