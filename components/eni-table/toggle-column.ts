import { COLUMN_IDS, type ColumnId } from '@/lib/search/columns';

/** The columns with one taken away, or put back where it stands in the default order. */
export function toggleColumn(columns: readonly ColumnId[], id: ColumnId): ColumnId[] {
  if (columns.includes(id))
    return columns.length === 1 ? [...columns] : columns.filter((each) => each !== id);
  const rank = COLUMN_IDS.indexOf(id);
  const at = columns.findIndex((each) => COLUMN_IDS.indexOf(each) > rank);
  return at < 0 ? [...columns, id] : [...columns.slice(0, at), id, ...columns.slice(at)];
}
