import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridSpot, moveInGrid } from './grid-keys';

const size = { rows: 500, above: 1, first: 0, last: 10, page: 20 };
const press = (key: string) => ({ key: key.replace('Control+', ''), isControl: key.startsWith('Control+') });
const at = (line: number, cell: number | null = null): GridSpot => ({ line, cell });

describe('moveInGrid', () => {
  it.each([
    ['ArrowDown', 0, at(1)],
    ['ArrowDown', 499, null],
    ['j', 499, at(499)],
    ['k', 0, at(0)],
    ['ArrowUp', 0, at(-1)],
    ['ArrowUp', 7, at(6)],
    ['PageDown', 490, at(499)],
    ['PageUp', 5, at(0)],
    ['Home', 300, at(0)],
    ['End', 3, at(499)],
    ['Control+End', 3, at(499)],
    ['ArrowRight', 3, at(3, 0)],
    ['ArrowLeft', 3, null],
    ['Control+ArrowDown', 3, null],
    ['x', 3, null],
  ])('%s on row %d goes to %j', (key, line, spot) =>
    expect(moveInGrid(press(key), at(line), size)).toEqual(spot),
  );

  it.each([
    ['ArrowDown', at(3, 4), at(4, 4)],
    ['ArrowUp', at(0, 4), at(-1, 4)],
    ['PageDown', at(3, 4), at(23, 4)],
    ['Control+Home', at(3, 4), at(0, 4)],
    ['Control+End', at(3, 4), at(499, 4)],
    ['Home', at(3, 4), at(3, 0)],
    ['End', at(3, 4), at(3, 10)],
    ['ArrowRight', at(3, 10), at(3, 10)],
    ['ArrowRight', at(3, 4), at(3, 5)],
    ['ArrowLeft', at(3, 4), at(3, 3)],
    ['ArrowLeft', at(3, 0), at(3)],
    // A walk moves by rows.
    ['j', at(3, 4), at(4)],
    ['k', at(3, 4), at(2)],
  ])('%s from %j goes to %j', (key, from, spot) => expect(moveInGrid(press(key), from, size)).toEqual(spot));

  it.each([
    ['ArrowRight', at(-1, 10), at(-1, 10)],
    ['ArrowRight', at(-1), at(-1, 1)],
    ['ArrowLeft', at(-1, 4), at(-1, 3)],
    ['ArrowLeft', at(-1, 0), null],
    ['End', at(-1, 0), at(-1, 10)],
    ['ArrowDown', at(-1, 4), at(0, 4)],
    ['ArrowDown', at(-1), at(0)],
    ['ArrowUp', at(-1, 4), null],
    ['PageDown', at(-1, 4), null],
    ['Enter', at(-1, 4), null],
  ])('%s from %j of the head goes to %j', (key, from, spot) =>
    expect(moveInGrid(press(key), from, size)).toEqual(spot),
  );

  it('stays in the head when there are no rows', () => {
    for (const key of ['ArrowDown', 'j', 'Control+End'])
      expect(moveInGrid(press(key), at(-1), { ...size, rows: 0 })).toBeNull();
  });

  it('never leaves the grid', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'j', 'k', 'PageUp', 'PageDown'];
    const some = fc.constantFrom(...keys, 'Home', 'End', 'Control+Home', 'Control+End');
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 30 }),
      above: fc.integer({ min: 0, max: 2 }),
      first: fc.integer({ min: 0, max: 1 }),
      last: fc.integer({ min: 1, max: 5 }),
      page: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(sizes, fc.array(some, { maxLength: 40 }), (of, pressed) => {
        let spot = at(0);
        for (const key of pressed) spot = moveInGrid(press(key), spot, of) ?? spot;
        expect(spot.line).toBeGreaterThanOrEqual(-of.above);
        expect(spot.line).toBeLessThan(of.rows);
        if (spot.cell === null) return;
        expect(spot.cell).toBeGreaterThanOrEqual(of.first);
        expect(spot.cell).toBeLessThanOrEqual(of.last);
      }),
    );
  });
});
