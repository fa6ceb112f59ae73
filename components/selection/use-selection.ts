'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { type Eni, eniKey } from '@/lib/eni/eni';
import { NOTHING_SELECTED, type Selection, selectedEnis, selectRow } from '@/lib/search/table/selection';
import type { ExplorerRow } from '@/lib/search/table/table-rows';

/**
 * The selected rows of one search; another search begins with none.
 * @param rows as the table shows them
 * @param enis all that match and are loaded
 */
export function useSelection(key: string, rows: readonly ExplorerRow[], enis: readonly Eni[]) {
  const [held, setHeld] = useState({ key, selection: NOTHING_SELECTED });
  const selection = held.key === key ? held.selection : NOTHING_SELECTED;
  const last = useRef<number | null>(null);
  const set = useCallback((next: Selection) => setHeld({ key, selection: next }), [key]);

  const picked = useMemo(() => selectedEnis(selection, enis), [selection, enis]);
  const isSelected = useCallback(
    (row: ExplorerRow) =>
      row.kind === 'eni' && (selection.is === 'all' || selection.keys.has(eniKey(row.eni))),
    [selection],
  );
  const onSelect = (index: number, isRange: boolean) => {
    if (index < 0 || index >= rows.length) return;
    set(selectRow(selection, rows, enis, { index, from: isRange ? last.current : null }));
    last.current = index;
  };
  const clear = useCallback(() => set(NOTHING_SELECTED), [set]);
  const state = picked.length === 0 ? 'none' : picked.length === enis.length ? 'all' : 'some';
  return {
    picked,
    /** All that match, including those yet to be read. */
    isAllThatMatch: selection.is === 'all',
    selectLoaded: () => set({ is: 'some', keys: new Set(enis.map(eniKey)) }),
    selectAllThatMatch: () => set({ is: 'all' }),
    clear,
    table: {
      isSelected,
      state,
      onSelect,
      onSelectAll: () => {
        last.current = null;
        set(state === 'all' ? NOTHING_SELECTED : { is: 'some', keys: new Set(enis.map(eniKey)) });
      },
    } as const,
  };
}

export type RowSelection = ReturnType<typeof useSelection>;
