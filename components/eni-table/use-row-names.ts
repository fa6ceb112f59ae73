'use client';

import { useCallback } from 'react';
import { eniWishes } from '@/components/names/name-wishes';
import { useWantNames } from '@/components/names/use-names';
import { NAME_KINDS, type NameKind } from '@/lib/eni/names';
import type { TableColumn } from '@/lib/search/table/columns';
import type { ExplorerRow } from '@/lib/search/table/table-rows';

/** Kinds with few resources: filters and facets use their names whether or not a column shows them. */
const ALWAYS: readonly NameKind[] = ['vpc', 'vswitch'];

/**
 * Takes the rows in sight, once scrolling rests, and requests the names that they show.
 * @param shown the columns, and the field that groups the rows
 */
export function useRowNames(shown: readonly TableColumn[]): (rows: readonly ExplorerRow[]) => void {
  const want = useWantNames();
  const kinds = NAME_KINDS.filter((kind) => ALWAYS.includes(kind) || shown.includes(kind)).join();
  return useCallback(
    (rows) => {
      const enis = rows.flatMap((row) => (row.kind === 'eni' ? [row.eni] : row.enis.slice(0, 1)));
      want(
        eniWishes(
          enis,
          NAME_KINDS.filter((kind) => kinds.split(',').includes(kind)),
        ),
      );
    },
    [want, kinds],
  );
}
