import { COLUMN_IDS, isColumnId, type TableColumn } from '@/lib/search/table/columns';

const rankOf = (column: TableColumn) => (isColumnId(column) ? COLUMN_IDS.indexOf(column) : -1);

/** The columns with one removed, or put back at its place in the default order. */
export function toggleColumn(columns: readonly TableColumn[], id: TableColumn): TableColumn[] {
  if (columns.includes(id))
    return columns.length === 1 ? [...columns] : columns.filter((each) => each !== id);
  const rank = rankOf(id);
  const at = rank < 0 ? -1 : columns.findIndex((each) => rankOf(each) > rank);
  return at < 0 ? [...columns, id] : [...columns.slice(0, at), id, ...columns.slice(at)];
}
