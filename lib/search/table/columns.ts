import { type Eni, eipsOf } from '@/lib/eni/eni';
import { privateAddressCount } from '@/lib/eni/eni-address';
import { type FieldValue, otherLines, readerOf, SORTS_AS, sortReaderOf } from '@/lib/eni/field-values';
import { FIELD_KEYS, type Field, type FieldKey, fieldOfKey } from '@/lib/eni/fields';
import { ownerOf } from '@/lib/eni/owner';
import { isBadText } from '../kinds';

/**
 * A column of the ENI table, as data. `label` is the message key of its header, shared with the filter of the same
 * field; `read` is what it sorts by, `tell` all that it has, as files and copies write it; `width` is in px.
 */
export type ColumnDefinition = {
  label: `filter.${string}` | `column.${string}`;
  width: number;
  /** Shown unless the URL says otherwise. */
  shown: boolean;
  sortAs: 'text' | 'address' | 'number' | 'time';
  read: (eni: Eni) => string | number | null;
  tell: (eni: Eni) => FieldValue;
};

const SHOWN = { shown: true };

/** The column of a field, as it is called. */
function ofField(key: FieldKey, width = 140, more: Partial<ColumnDefinition> = {}): ColumnDefinition {
  const { name, kind, label } = fieldOfKey(key) as Field;
  const [read, tell, sortAs] = [sortReaderOf(name), readerOf(name), SORTS_AS[kind]];
  return { label, width, shown: false, sortAs, read, tell, ...more };
}

/** A column that tells several fields or none. */
function ofEni(
  label: ColumnDefinition['label'],
  width: number,
  sortAs: ColumnDefinition['sortAs'],
  read: ColumnDefinition['read'],
  more: Partial<ColumnDefinition> = {},
): ColumnDefinition {
  return { label, width, shown: false, sortAs, read, tell: read, ...more };
}

const prefixesOf = (eni: Eni) => [...eni.ipv4Prefixes, ...eni.ipv6Prefixes];

/** Columns in their default order, and those that are not simply a field. */
const OWN_COLUMNS = {
  name: ofField('name', 152, { shown: true, read: (eni) => eni.name ?? eni.id }),
  status: ofField('status', 108, SHOWN),
  type: ofField('type', 78, SHOWN),
  ip: ofField('ip', 148, { shown: true, sortAs: 'address' }),
  eip: ofEni('filter.eip', 120, 'address', (eni) => eipsOf(eni)[0] ?? null, { shown: true, tell: eipsOf }),
  instance: ofField('instance', 123, SHOWN),
  vswitch: ofField('vswitch', 121, SHOWN),
  zone: ofField('zone', 64, SHOWN),
  created: ofField('created', 88, SHOWN),
  id: ofField('id', 121, SHOWN),
  tags: ofField('tags', 74, { shown: true, sortAs: 'number', read: (eni) => eni.tags.length }),
  account: ofEni('column.account', 104, 'text', (eni) => eni.account),
  region: ofEni('column.region', 112, 'text', (eni) => eni.region),
  vpc: ofField('vpc', 132),
  owner: ofEni('filter.owner', 120, 'text', (eni) => ownerOf(eni).kind),
  ips: ofEni('filter.ips', 84, 'number', privateAddressCount),
  ipv6: ofField('ipv6', 200),
  prefix: ofEni('filter.prefix', 140, 'number', (eni) => prefixesOf(eni).length, { tell: prefixesOf }),
  sg: ofField('sg', 150),
  rg: ofField('rg'),
  mac: ofField('mac', 148),
  mode: ofField('mode', 124),
  managed: ofField('managed', 124),
  deleteOnRelease: ofField('deleteOnRelease', 132),
  /** What no API tells: the pods that people gave to their browser. */
  pod: ofEni('column.pod', 220, 'text', () => null),
  description: ofField('description', 220),
  /** Fields that the API gives and this version does not know. */
  other: ofEni('column.other', 220, 'text', (eni) => otherLines(eni).join('\n') || null, {
    tell: otherLines,
  }),
} as const satisfies Record<string, ColumnDefinition>;

/** Fields that no column above shows still have one. */
type FieldColumn = Exclude<FieldKey, keyof typeof OWN_COLUMNS>;

const fieldColumns = Object.fromEntries(
  FIELD_KEYS.filter((key) => !Object.hasOwn(OWN_COLUMNS, key)).map((key) => [key, ofField(key)]),
) as Record<FieldColumn, ColumnDefinition>;

/** The columns, in their default order. */
export const ENI_COLUMNS = { ...OWN_COLUMNS, ...fieldColumns };

export type ColumnId = keyof typeof ENI_COLUMNS;

export const COLUMN_IDS = Object.keys(ENI_COLUMNS) as ColumnId[];

/** Columns that only a browser can fill: nothing is sorted by them, and no file of the server has them. */
export const BROWSER_COLUMNS: readonly TableColumn[] = ['pod'];

export const DEFAULT_COLUMNS = COLUMN_IDS.filter((id) => ENI_COLUMNS[id].shown);

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
  return ofEni('filter.tag', 132, 'text', (eni) => eni.tags.find((tag) => tag.key === key)?.value ?? null);
}

/** The definition of any column. A tag column reads the value of its key, null where an ENI has no such tag. */
export function columnDefinition(column: TableColumn): ColumnDefinition {
  return isColumnId(column) ? ENI_COLUMNS[column] : tagColumn(tagKeyOf(column) ?? column);
}

/**
 * The columns to show: the chosen ones; if none are chosen, the default ones and, if the rows come from several
 * accounts or regions, the account or region of each. Rows of several accounts always show their account, whichever
 * columns are chosen.
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
