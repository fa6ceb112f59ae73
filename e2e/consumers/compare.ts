import { expect } from 'vitest';
import type { Compared } from './consumer';
import { type EstateName, enisOf } from './estates';
import { type Cell, COLUMNS, cellsOf } from './tables';

const SHOWN = 20;

/** What a consumer makes of a cell, where it is known to change the value. */
export type Reading = (cell: Cell) => Cell;

/**
 * Compares what was read, header and rows, with what `/api/enis` gives of the estate, cell by cell, and fails with the
 * first differences.
 */
export async function compare(
  artefact: string,
  estate: EstateName,
  table: readonly (readonly Cell[])[],
  reading: Reading = (cell) => cell,
): Promise<Compared> {
  const [header, ...rows] = table;
  expect(header).toEqual(COLUMNS);
  const left = cellsOf(await enisOf(estate));
  const id = COLUMNS.indexOf('id');
  const differences: unknown[] = [];
  for (const row of rows) {
    const key = String(row[id]);
    const expected = left.get(key);
    if (!expected) differences.push({ id: key, problem: 'is not in the answer, or comes twice' });
    left.delete(key);
    expected?.forEach((given, at) => {
      const cell = reading(given);
      const read = row[at] ?? null;
      if (read !== cell) differences.push({ id: key, column: COLUMNS[at], expected: cell, read });
    });
  }
  for (const key of left.keys()) differences.push({ id: key, problem: 'is missing' });
  expect(differences.slice(0, SHOWN), `${differences.length} differences`).toEqual([]);
  return { artefact, estate, rows: rows.length, values: rows.length * COLUMNS.length };
}
