import { type Eni, eniKey } from '@/lib/eni/eni';
import type { ExplorerRow } from './table-rows';

/** ENIs that were picked, by their key: these, or all that match, those yet to be read too. */
export type Selection = { is: 'some'; keys: ReadonlySet<string> } | { is: 'all' };

export const NOTHING_SELECTED: Selection = { is: 'some', keys: new Set() };

/** The ENIs that a row represents: its own, or those of its group. */
function enisAt(row: ExplorerRow | undefined): readonly Eni[] {
  if (row === undefined) return [];
  return row.kind === 'eni' ? [row.eni] : row.enis;
}

/** The same for a row within a range: the rows below an open head represent themselves. */
function enisWithin(row: ExplorerRow): readonly Eni[] {
  return row.kind === 'group' && row.isOpen ? [] : enisAt(row);
}

function keysOf(selection: Selection, enis: readonly Eni[]): Set<string> {
  return selection.is === 'all' ? new Set(enis.map(eniKey)) : new Set(selection.keys);
}

/**
 * The selection after a press on a row: the press selects it, or deselects it if it was selected. With `from` it
 * selects every row between the two, and deselects none.
 */
export function selectRow(
  selection: Selection,
  rows: readonly ExplorerRow[],
  enis: readonly Eni[],
  { index, from }: { index: number; from: number | null },
): Selection {
  const keys = keysOf(selection, enis);
  if (from !== null) {
    const [first, last] = [Math.min(from, index), Math.max(from, index)];
    for (const eni of rows.slice(first, last + 1).flatMap(enisWithin)) keys.add(eniKey(eni));
    return { is: 'some', keys };
  }
  const pressed = enisAt(rows[index]).map(eniKey);
  const isLettingGo = pressed.length > 0 && pressed.every((key) => keys.has(key));
  for (const key of pressed) {
    if (isLettingGo) keys.delete(key);
    else keys.add(key);
  }
  return { is: 'some', keys };
}

/** The picked among these rows, in their order. */
export function selectedEnis(selection: Selection, enis: readonly Eni[]): readonly Eni[] {
  if (selection.is === 'all') return enis;
  return selection.keys.size === 0 ? [] : enis.filter((eni) => selection.keys.has(eniKey(eni)));
}
