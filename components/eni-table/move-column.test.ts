import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_IDS } from '@/lib/search/table/columns';
import { moveColumn } from './move-column';

describe('moveColumn', () => {
  it('puts a column at its place and keeps the order of the others', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...COLUMN_IDS), { minLength: 1 }),
        fc.nat(),
        fc.integer({ min: -3, max: 40 }),
        (columns, pick, to) => {
          const column = columns[pick % columns.length] ?? 'name';
          const moved = moveColumn(columns, column, to);
          expect(moved.indexOf(column)).toBe(Math.max(0, Math.min(to, columns.length - 1)));
          expect(moved.filter((each) => each !== column)).toEqual(columns.filter((each) => each !== column));
        },
      ),
    ));
});
