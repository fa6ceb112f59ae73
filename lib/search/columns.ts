import { type Eni, eipsOf } from '@/lib/eni/eni';
import { privateAddressCount } from '@/lib/eni/eni-address';
import { ownerOf } from '@/lib/eni/owner';
import type { FilterKey } from './filters';
import { isBadText } from './kinds';

/**
 * A column of the ENI table, as data. `label` is the message key of its header, shared with the filter of the same
 * field; `read` is what it sorts by; `width` is in px.
 */
export type ColumnDefinition = {
  label: `filter.${FilterKey}` | `column.${string}`;
  width: number;
  /** Shown unless the URL says otherwise. */
  shown: boolean;
  sortAs: 'text' | 'address' | 'number' | 'time';
  read: (eni: Eni) => string | number | null;
};

/** The columns, in their default order. */
export const ENI_COLUMNS = {
  name: { label: 'filter.name', width: 184, shown: true, sortAs: 'text', read: (eni) => eni.name ?? eni.id },
  status: { label: 'filter.status', width: 112, shown: true, sortAs: 'text', read: (eni) => eni.status },
  type: { label: 'filter.type', width: 88, shown: true, sortAs: 'text', read: (eni) => eni.type },
  ip: { label: 'column.ip', width: 172, shown: true, sortAs: 'address', read: (eni) => eni.privateIpAddress },
  eip: {
    label: 'filter.eip',
    width: 120,
    shown: true,
    sortAs: 'address',
    read: (eni) => eipsOf(eni)[0] ?? null,
  },
  instance: {
    label: 'filter.instance',
    width: 132,
    shown: true,
    sortAs: 'text',
    read: (eni) => eni.instanceId,
  },
  vswitch: { label: 'filter.vswitch', width: 132, shown: true, sortAs: 'text', read: (eni) => eni.vSwitchId },
  zone: { label: 'filter.zone', width: 116, shown: true, sortAs: 'text', read: (eni) => eni.zoneId },
  created: {
    label: 'filter.created',
    width: 96,
    shown: true,
    sortAs: 'time',
    read: (eni) => eni.creationTime,
  },
  id: { label: 'filter.eni', width: 140, shown: true, sortAs: 'text', read: (eni) => eni.id },
  tags: { label: 'filter.tag', width: 132, shown: true, sortAs: 'number', read: (eni) => eni.tags.length },
  account: { label: 'column.account', width: 104, shown: false, sortAs: 'text', read: (eni) => eni.account },
  region: { label: 'column.region', width: 112, shown: false, sortAs: 'text', read: (eni) => eni.region },
  vpc: { label: 'filter.vpc', width: 132, shown: false, sortAs: 'text', read: (eni) => eni.vpcId },
  owner: {
    label: 'filter.owner',
    width: 120,
    shown: false,
    sortAs: 'text',
    read: (eni) => ownerOf(eni).kind,
  },
  ips: {
    label: 'filter.ips',
    width: 84,
    shown: false,
    sortAs: 'number',
    read: privateAddressCount,
  },
  ipv6: {
    label: 'filter.ipv6',
    width: 200,
    shown: false,
    sortAs: 'address',
    read: (eni) => eni.ipv6Addresses[0]?.ipv6Address ?? null,
  },
  prefix: {
    label: 'filter.prefix',
    width: 140,
    shown: false,
    sortAs: 'number',
    read: (eni) => eni.ipv4Prefixes.length + eni.ipv6Prefixes.length,
  },
  sg: {
    label: 'filter.sg',
    width: 150,
    shown: false,
    sortAs: 'text',
    read: (eni) => eni.securityGroupIds[0] ?? null,
  },
  rg: { label: 'filter.rg', width: 140, shown: false, sortAs: 'text', read: (eni) => eni.resourceGroupId },
  mac: { label: 'filter.mac', width: 148, shown: false, sortAs: 'text', read: (eni) => eni.macAddress },
  mode: { label: 'filter.mode', width: 124, shown: false, sortAs: 'text', read: (eni) => eni.trafficMode },
  managed: {
    label: 'filter.managed',
    width: 124,
    shown: false,
    sortAs: 'number',
    read: (eni) => asNumber(eni.serviceManaged),
  },
  deleteOnRelease: {
    label: 'filter.deleteOnRelease',
    width: 132,
    shown: false,
    sortAs: 'number',
    read: (eni) => asNumber(eni.deleteOnRelease),
  },
  /** What no API tells: the pods that people gave to their browser. */
  pod: { label: 'column.pod', width: 220, shown: false, sortAs: 'text', read: () => null },
  description: {
    label: 'filter.description',
    width: 220,
    shown: false,
    sortAs: 'text',
    read: (eni) => eni.description,
  },
} as const satisfies Record<string, ColumnDefinition>;

export type ColumnId = keyof typeof ENI_COLUMNS;

export const COLUMN_IDS = Object.keys(ENI_COLUMNS) as ColumnId[];

/** Columns that only a browser can fill: nothing is sorted by them, and no file of the server has them. */
export const BROWSER_COLUMNS: readonly TableColumn[] = ['pod'];

export const DEFAULT_COLUMNS = COLUMN_IDS.filter((id) => ENI_COLUMNS[id].shown);

function asNumber(flag: boolean | null): number | null {
  return flag === null ? null : Number(flag);
}

export function isColumnId(text: string): text is ColumnId {
  return Object.hasOwn(ENI_COLUMNS, text);
}

/** The values of one tag key as a column: the key as the API writes it, after `tag:`. */
export type TagColumn = `tag:${string}`;

/** A column of the table: one of the definition, or a tag key. */
export type TableColumn = ColumnId | TagColumn;

/** The tag key of a column, null for the columns of the definition. */
export function tagKeyOf(column: TableColumn): string | null {
  return column.startsWith('tag:') ? column.slice('tag:'.length) : null;
}

/** A column as the URL writes it, unescaped; null when there is none of that name. */
export function parseColumn(text: string): TableColumn | null {
  if (isColumnId(text)) return text;
  const isTag = text.startsWith('tag:') && text.length > 'tag:'.length && text.length <= 'tag:'.length + 128;
  return isTag && !isBadText(text) ? (text as TagColumn) : null;
}

function tagColumn(key: string): ColumnDefinition {
  return {
    label: 'filter.tag',
    width: 132,
    shown: false,
    sortAs: 'text',
    read: (eni) => eni.tags.find((tag) => tag.key === key)?.value ?? null,
  };
}

/** The definition of any column. A tag column reads the value of its key, null where an ENI has no such tag. */
export function columnDefinition(column: TableColumn): ColumnDefinition {
  return isColumnId(column) ? ENI_COLUMNS[column] : tagColumn(tagKeyOf(column) ?? column);
}

/**
 * The columns to show: the chosen ones; with nothing chosen, the default ones and, where the rows come from several
 * accounts or regions, which one each is from. Whatever is chosen, rows of several accounts say whose they are.
 */
export function shownColumns(
  chosen: readonly TableColumn[],
  scope: { accounts: readonly string[]; regions: readonly string[] },
): TableColumn[] {
  const isDefault = chosen.join() === DEFAULT_COLUMNS.join();
  const [first, ...rest] = chosen;
  if (first === undefined) return [];
  const added = [
    ...(scope.accounts.length > 1 ? (['account'] as const) : []),
    ...(isDefault && scope.regions.length > 1 ? (['region'] as const) : []),
  ];
  return [first, ...added.filter((column) => !chosen.includes(column)), ...rest];
}
