import type { Eni } from '@/lib/eni/eni';
import { escapeText, splitList, unescapeText } from '../list-text';
import { type ColumnId, columnDefinition, parseColumn, type TableColumn } from './columns';
import { TOTAL_IDS, type TotalId } from './group-totals';

/**
 * The columns that rows can be grouped by, beside any tag key. An ENI has at most one value of each, except for
 * security groups: it is then in each of its groups.
 */
export const GROUP_COLUMNS = [
  'vpc',
  'vswitch',
  'instance',
  'owner',
  'zone',
  'status',
  'type',
  'managed',
  'sg',
  'account',
  'region',
] as const satisfies readonly ColumnId[];

/** What rows are grouped by. */
export type GroupBy = (typeof GROUP_COLUMNS)[number] | `tag:${string}`;

/** The order of groups: by name, or by one of their totals. */
export const GROUP_ORDERS = ['name', ...TOTAL_IDS] as const;

export type GroupOrder = { by: 'name' | TotalId; descending: boolean };

/** How rows are grouped, and in which order the groups stand. */
export type Grouping = { by: GroupBy; order: GroupOrder };

export const BY_NAME: GroupOrder = { by: 'name', descending: false };

/**
 * The order after a press on a total or on the names: a total gives the most first, then the least, then by name; the
 * names reverse their order.
 */
export function nextOrder(order: GroupOrder, by: GroupOrder['by']): GroupOrder {
  if (by === 'name') return { by, descending: order.by === 'name' && !order.descending };
  if (order.by !== by) return { by, descending: true };
  return order.descending ? { by, descending: false } : BY_NAME;
}

/** What the URL may say of groups. */
export const GROUPINGS_ALLOWED = [
  ...GROUP_COLUMNS,
  'tag:<key>',
  ...GROUP_ORDERS.map((order) => `<group>,${order}`),
];

/** Whether rows can be grouped by a column. */
export function isGroupBy(column: TableColumn): column is GroupBy {
  return column.startsWith('tag:') || GROUP_COLUMNS.some((each) => each === column);
}

/** A column that rows can be grouped by, unescaped; null when they cannot. */
export function parseGroupBy(text: string): GroupBy | null {
  const column = parseColumn(text);
  return column !== null && isGroupBy(column) ? column : null;
}

function parseOrder(text: string): GroupOrder | null {
  const by = GROUP_ORDERS.find((order) => order === text.replace(/^-/, ''));
  return by === undefined ? null : { by, descending: text.startsWith('-') };
}

/**
 * What the URL says after `group=`: the column, and after a comma the order of the groups where it is not by name,
 * with a minus from the most to the least. Null when that is not known.
 */
export function parseGrouping(text: string): Grouping | null {
  const [column = '', order, ...more] = splitList(text);
  const by = parseGroupBy(unescapeText(column));
  const ordered = order === undefined ? BY_NAME : parseOrder(order);
  return by === null || ordered === null || more.length > 0 ? null : { by, order: ordered };
}

/** The same as the URL says it; the usual order is not written. */
export function writeGrouping({ by, order }: Grouping): string {
  const isUsual = order.by === BY_NAME.by && order.descending === BY_NAME.descending;
  return `${escapeText(by)}${isUsual ? '' : `,${order.descending ? '-' : ''}${order.by}`}`;
}

/** Reads the groups that an ENI belongs to, each value once; a single null for an ENI without a value. */
export function groupReader(by: GroupBy): (eni: Eni) => readonly (string | null)[] {
  if (by === 'sg') return ({ securityGroupIds: ids }) => (ids.length > 0 ? [...new Set(ids)] : [null]);
  if (by === 'managed') return ({ serviceManaged: is }) => [is === null ? null : String(is)];
  const { read } = columnDefinition(by);
  return (eni) => {
    const value = read(eni);
    return [value === null ? null : String(value)];
  };
}
