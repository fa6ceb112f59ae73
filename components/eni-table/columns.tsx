import { createColumnHelper } from '@tanstack/react-table';
import type { DataColumnMeta, DataTableFeatures, NarrowPlace } from '@/components/data-table/table-features';
import {
  COLUMN_IDS,
  type ColumnId,
  columnDefinition,
  type TableColumn,
  tagKeyOf,
} from '@/lib/search/table/columns';
import type { ExplorerRow } from '@/lib/search/table/table-rows';
import { cellOf } from './cells';
import { ColumnLabel } from './column-label';

const NARROW: Partial<Record<TableColumn, NarrowPlace>> = {
  name: 'top-start',
  status: 'top-end',
  ip: 'bottom-start',
  eip: 'bottom-end',
  account: 'bottom-end',
};

/** Addresses and the API's own words: they stay on one line on paper. */
const SHORT: readonly TableColumn[] = ['status', 'type', 'ip', 'eip', 'zone', 'created', 'mac'];

/** The columns of two-line rows, whatever the wide table shows; with several accounts each row names its own. */
export function narrowColumns(shown: readonly TableColumn[]): readonly ColumnId[] {
  return shown.includes('account') ? OF_ACCOUNTS : OF_ONE;
}

const OF_ONE: readonly ColumnId[] = ['name', 'status', 'ip', 'eip'];
const OF_ACCOUNTS: readonly ColumnId[] = ['name', 'status', 'ip', 'account'];

function metaOf(id: TableColumn): DataColumnMeta {
  const narrow = NARROW[id];
  return {
    ...(id === 'ips' && { align: 'end' as const }),
    ...(narrow && { narrow }),
    ...(SHORT.includes(id) && { isShort: true }),
  };
}

const column = createColumnHelper<DataTableFeatures, ExplorerRow>();

function toColumn(id: TableColumn) {
  return column.display({
    id,
    size: columnDefinition(id).width,
    header: () => <ColumnLabel id={id} />,
    cell: ({ row }) => (row.original.kind === 'eni' ? cellOf(id, row.original) : null),
    meta: metaOf(id),
  });
}

const OWN = COLUMN_IDS.map(toColumn);
const lists = new Map<string, typeof OWN>();

/** Every column that may be shown: the defined ones and those of these tag keys. Equal keys return the same list. */
export function eniColumns(shown: readonly TableColumn[]) {
  const tags = shown.filter((id) => tagKeyOf(id) !== null);
  const key = tags.join('\n');
  const list = lists.get(key) ?? (tags.length === 0 ? OWN : [...OWN, ...tags.map(toColumn)]);
  lists.set(key, list);
  return list;
}
