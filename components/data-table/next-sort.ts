import type { TableSort } from './table-features';

/** The sort that a press on a column's header leads to: ascending, then descending, then the rows' own order. */
export function nextSort(sort: TableSort | null, column: string): TableSort | null {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}
