import { describe, expect, it } from 'vitest';
import { moveInGrid } from './grid-keys';

const size = { rows: 500, columns: 11, page: 20 };

describe('moveInGrid', () => {
  it.each([
    ['ArrowDown', 0, { row: 1 }],
    ['j', 499, { row: 499 }],
    ['k', 0, { row: 0 }],
    ['ArrowUp', 0, { header: 0 }],
    ['ArrowUp', 7, { row: 6 }],
    ['PageDown', 490, { row: 499 }],
    ['PageUp', 5, { row: 0 }],
    ['Home', 300, { row: 0 }],
    ['End', 3, { row: 499 }],
    ['x', 3, null],
  ])('%s on row %d goes to %j', (key, row, spot) => expect(moveInGrid(key, { row }, size)).toEqual(spot));

  it.each([
    ['ArrowRight', 10, { header: 10 }],
    ['ArrowLeft', 4, { header: 3 }],
    ['End', 0, { header: 10 }],
    ['ArrowDown', 4, { row: 0 }],
    ['Enter', 4, null],
  ])('%s on header %d goes to %j', (key, header, spot) =>
    expect(moveInGrid(key, { header }, size)).toEqual(spot),
  );

  it('stays in the headers when there are no rows', () =>
    expect(moveInGrid('ArrowDown', { header: 0 }, { ...size, rows: 0 })).toBeNull());
});
