import type { TableColumn } from '@/lib/search/table/columns';

/** The columns with one at another place, counted from 0; past an end it stays there. */
export function moveColumn(columns: readonly TableColumn[], column: TableColumn, to: number): TableColumn[] {
  const others = columns.filter((each) => each !== column);
  if (others.length === columns.length) return [...columns];
  const at = Math.max(0, Math.min(to, others.length));
  return [...others.slice(0, at), column, ...others.slice(at)];
}
