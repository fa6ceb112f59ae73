import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampWidth, roomsOf, SELECT_WIDTH, tracksOf, WIDTHS } from './tracks';

const columns = [
  { id: 'name', size: 184 },
  { id: 'status', size: 112 },
  { id: 'ip', size: 172 },
];

describe('tracksOf', () => {
  it('lets columns share what is left, and keeps the one that was resized', () =>
    expect(tracksOf({ columns, widths: { status: 80 }, pinned: 1, hasBoxes: false })).toEqual({
      template: 'minmax(184px,184fr) 80px minmax(172px,172fr)',
      least: 436,
      offsets: [0],
    }));

  it('fixes what is pinned, beside the boxes', () =>
    expect(tracksOf({ columns, widths: {}, pinned: 2, hasBoxes: true })).toEqual({
      template: `${SELECT_WIDTH}px 184px 112px minmax(172px,172fr)`,
      least: 504,
      offsets: [36, 220],
    }));
});

describe('roomsOf', () => {
  const shared = { columns, widths: {}, pinned: 1, hasBoxes: true };

  it('is what columns have at least in a table that is too narrow, without what stands beside text', () =>
    expect(roomsOf(shared, 300, false)).toEqual({ name: 168, status: 96, ip: 156 }));

  it('gives what is left over to those that share it', () =>
    expect(roomsOf({ ...shared, widths: { status: 80 } }, 36 + 80 + 356 * 2, false)).toEqual({
      name: 352,
      status: 64,
      ip: 328,
    }));

  it('is the rest of the first line in rows of two', () =>
    expect(roomsOf(shared, 390, true)).toEqual({ name: 246 }));
});

describe('clampWidth', () => {
  it('stays within what a column can be', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (width) => {
        const clamped = clampWidth(width);
        expect(clamped).toBeGreaterThanOrEqual(WIDTHS.least);
        expect(clamped).toBeLessThanOrEqual(WIDTHS.most);
        expect(clampWidth(clamped)).toBe(clamped);
      }),
    ));
});
