import { type ColumnId, parseColumn, type TableColumn } from './columns';

/** The columns that rows can be grouped by; beside them, any tag key. Of the values of these an ENI has one at most. */
export const GROUP_COLUMNS = [
  'vpc',
  'vswitch',
  'instance',
  'owner',
  'zone',
  'status',
  'type',
  'managed',
  'account',
  'region',
] as const satisfies readonly ColumnId[];

/** What rows are grouped by. */
export type GroupBy = (typeof GROUP_COLUMNS)[number] | `tag:${string}`;

/** Whether rows can be grouped by a column. */
export function isGroupBy(column: TableColumn): column is GroupBy {
  return column.startsWith('tag:') || GROUP_COLUMNS.some((each) => each === column);
}

/** What the URL says after `group=`; null when rows cannot be grouped by that. */
export function parseGroupBy(text: string): GroupBy | null {
  const column = parseColumn(text);
  return column !== null && isGroupBy(column) ? column : null;
}
