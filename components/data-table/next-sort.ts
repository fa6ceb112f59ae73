import type { TableSort } from './table-features';

/** What a press on a column's header asks for: ascending, then descending, then as the rows came. */
export function nextSort(sort: TableSort | null, column: string): TableSort | null {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}
