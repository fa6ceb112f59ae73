'use client';

import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/data-table/data-table';
import { NARROW } from '@/components/data-table/row-metrics';
import type { TableSort } from '@/components/data-table/table-features';
import { useMedia } from '@/components/ui/use-media';
import { type Eni, eniKey } from '@/lib/eni/eni';
import { isColumnId } from '@/lib/search/columns';
import type { Sort } from '@/lib/search/sort';
import type { View } from '@/lib/search/view';
import { eniColumns, NARROW_COLUMNS } from './columns';
import { NarrowSort } from './narrow-sort';

export type EniTableProps = {
  /** The loaded rows, already sorted (`sortEnis`). */
  enis: readonly Eni[];
  view: View;
  /** The row whose drawer is open, when it is among the loaded. */
  selected: Eni | null;
  /** More rows exist than are loaded. */
  more: boolean;
  /** The reader comes near the end; safe to call often. */
  onNearEnd?: (() => void) | undefined;
  onSort: (sort: Sort | null) => void;
  onOpen: (eni: Eni) => void;
};

export function EniTable({ enis, view, selected, onSort, ...props }: EniTableProps) {
  const t = useTranslations('table');
  const isNarrow = useMedia(NARROW);
  const sortBy = (sort: TableSort | null) => {
    if (sort === null) onSort(null);
    else if (isColumnId(sort.column)) onSort({ column: sort.column, descending: sort.descending });
  };
  return (
    <>
      <NarrowSort sort={view.sort} onSort={onSort} />
      <DataTable
        {...props}
        label={t('label')}
        columns={eniColumns}
        visible={isNarrow ? NARROW_COLUMNS : view.columns}
        rows={enis}
        rowKey={eniKey}
        selected={selected && eniKey(selected)}
        sort={view.sort}
        onSort={sortBy}
        density={view.density}
      />
    </>
  );
}
