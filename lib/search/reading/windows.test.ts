import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earlierWindow, lastWindow, nthWindow } from './windows';

const [MOST_PAGE_SIZE, OVERLAP] = [1000, 8];

const nth = fc.integer({ min: 2, max: 1200 });

describe('nthWindow', () => {
  it('is a page as the API counts them, and shares rows with the one before it', () =>
    fc.assert(
      fc.property(nth, (n) => {
        const [before, window] = [nthWindow(n - 1), nthWindow(n)];
        expect(window.from).toBe((window.number - 1) * window.size);
        expect(window.to - window.from).toBe(window.size);
        expect(window.size).toBeLessThanOrEqual(MOST_PAGE_SIZE);
        expect(window.from).toBeLessThanOrEqual(before.to - OVERLAP);
        expect(window.to).toBeGreaterThan(before.to);
      }),
    ));

  it.each([
    [1, 1],
    [1000, 1],
    [1001, 2],
    [12_000, 13],
    [20_000, 21],
    [30_000, 32],
    [100_000, 108],
    [1_000_000, 1060],
  ])('%d rows are read in at most %d calls', (rows, most) =>
    expect(lastWindow(rows)).toBeLessThanOrEqual(most),
  );
});

describe('earlierWindow', () => {
  it('begins before the window, farther each time, and is no page that was asked for before', () =>
    fc.assert(
      fc.property(nth, fc.integer({ min: 1, max: 4 }), (n, tries) => {
        const { from } = nthWindow(n);
        const earlier = earlierWindow(n, tries);
        expect(earlier.from).toBeLessThanOrEqual(Math.max(0, from - 200 * tries));
        const others = [nthWindow(1), nthWindow(n), ...(tries > 1 ? [earlierWindow(n, tries - 1)] : [])];
        expect(others).not.toContainEqual(earlier);
      }),
    ));
});
