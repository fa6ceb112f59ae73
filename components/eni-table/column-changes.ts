import { clampWidth, WIDTHS } from '@/components/data-table/tracks';
import type { TableColumn } from '@/lib/search/table/columns';
import type { GroupBy } from '@/lib/search/table/group-by';
import type { Sort } from '@/lib/search/table/sort';
import type { ColumnsChange } from './columns-change';
import { moveColumn } from './move-column';
import { toggleColumn } from './toggle-column';
import type { useTableTaste } from './use-table-taste';

type Options = {
  columns: readonly TableColumn[];
  order: Sort | null;
  table: ReturnType<typeof useTableTaste>;
  onColumns: (change: ColumnsChange) => void;
  onSort: (sort: Sort | null) => void;
  onGroup: (group: GroupBy) => void;
};

export type ColumnChanges = ReturnType<typeof columnChanges>;

/** The actions on the shown columns. The URL holds order and choice; widths and pins are the reader's taste. */
export function columnChanges({ columns, order, table, onColumns, onSort, onGroup }: Options) {
  const { taste, change, resize } = table;
  const pinned = Math.min(taste.pinned, columns.length);
  const move = (column: TableColumn, to: number) => onColumns((now) => moveColumn(now, column, to));
  return {
    columns,
    pinned,
    move,
    resize,
    sort: onSort,
    group: onGroup,
    isSortedBy: (column: TableColumn) => order?.column === column,
    isResized: (column: TableColumn) => taste.widths[column] !== undefined,
    widen: (column: TableColumn, header: HTMLElement, steps: number) =>
      resize(column, clampWidth(header.getBoundingClientRect().width + steps * WIDTHS.step)),
    /** Pinned columns are together at the left, so a newly pinned one goes there. */
    pin: (column: TableColumn) => {
      move(column, pinned);
      change({ pinned: pinned + 1 });
    },
    unpin: (column: TableColumn) => {
      move(column, pinned - 1);
      change({ pinned: pinned - 1 });
    },
    hide: (column: TableColumn) => {
      if (columns.indexOf(column) < pinned) change({ pinned: Math.max(1, pinned - 1) });
      onColumns((now) => (now.includes(column) ? toggleColumn(now, column) : [...now]));
    },
  };
}
