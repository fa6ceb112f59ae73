import { describe, expect, it } from 'vitest';
import { placeOf } from './layout';
import { paperPlan } from './paper';

const SIZES = Array.from({ length: 14 }, (_, at) => 2 ** (at + 3));

describe('paperPlan', () => {
  it.each(SIZES)('of %i addresses shows each once, whole, on pieces that fit a sheet', (size) => {
    const { layout, pieces } = paperPlan(size);
    for (const { width, height } of pieces) {
      expect(width).toBeLessThanOrEqual(680);
      expect(height).toBeLessThanOrEqual(900);
    }
    const missed = Array.from({ length: size }, (_, at) => at).filter((at) => {
      const { x, y } = placeOf(layout, at);
      const holding = pieces.filter(
        ({ left, top, width, height }) =>
          x >= left && y >= top && x + layout.cell <= left + width && y + layout.cell <= top + height,
      );
      return holding.length !== 1;
    });
    expect(missed).toEqual([]);
  });

  it('cells can be read up to a /19', () => {
    expect(SIZES.map((size) => paperPlan(size).layout.cell)).toEqual([
      32, 32, 32, 32, 32, 32, 16, 8, 8, 8, 8, 2, 2, 2,
    ]);
  });
});
