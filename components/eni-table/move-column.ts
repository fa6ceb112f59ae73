import type { TableColumn } from '@/lib/search/table/columns';

/** The columns with one moved to another position, counted from 0; a position past an end means that end. */
export function moveColumn(columns: readonly TableColumn[], column: TableColumn, to: number): TableColumn[] {
  const others = columns.filter((each) => each !== column);
  if (others.length === columns.length) return [...columns];
  const at = Math.max(0, Math.min(to, others.length));
  return [...others.slice(0, at), column, ...others.slice(at)];
}
