import { type Eni, eipsOf } from '@/lib/eni/eni';
import type { EniAddress } from '@/lib/eni/eni-address';
import { addressesOf } from '@/lib/eni/eni-address';
import type { FieldValue } from '@/lib/eni/field-values';
import { NAME_KINDS, type NameKind, type NameOf, nameIdsOf } from '@/lib/eni/names';
import {
  BROWSER_COLUMNS,
  COLUMN_IDS,
  type ColumnId,
  columnDefinition,
  DEFAULT_COLUMNS,
  parseColumn,
  type TableColumn,
} from '@/lib/search/table/columns';
import type { Shape } from '@/lib/search/view';

/** One row of a file: an ENI, and in the shape `address` one of its addresses; with the names of its ids. */
export type ExportRow = {
  eni: Eni;
  address: EniAddress | null;
  nameOf: NameOf;
  /** The pods of a row, where a browser that was given them writes the file. */
  podsOf?: PodsOfRow;
};

export type PodsOfRow = (eni: Eni, address: string | null) => readonly string[];

type Read = (row: ExportRow) => FieldValue;

/** The column of names that accompanies each column of ids. */
export const NAME_COLUMNS = {
  vpc: 'vpcName',
  vswitch: 'vswitchName',
  instance: 'instanceName',
  sg: 'sgNames',
} as const satisfies Record<NameKind, string>;

const nameOfOne =
  (kind: NameKind): Read =>
  ({ eni, nameOf }) => {
    const [id] = nameIdsOf(eni)[kind];
    return id === undefined ? null : nameOf(id);
  };

/** Columns that only a file has. */
const OWN_COLUMNS = {
  /** Every address and prefix of the ENI, the primary address first. */
  addresses: ({ eni }) => addressesOf(eni).map(({ address }) => address),
  kind: ({ address }) => address?.kind ?? null,
  dnsName: ({ address }) => address?.dnsName ?? null,
  vpcName: nameOfOne('vpc'),
  vswitchName: nameOfOne('vswitch'),
  instanceName: nameOfOne('instance'),
  /** In the order of `sg`; a group without a name has an empty one. */
  sgNames: ({ eni, nameOf }) => nameIdsOf(eni).sg.map((id) => nameOf(id) ?? ''),
} as const satisfies Record<string, Read>;

type OwnColumn = keyof typeof OWN_COLUMNS;

/** A column of a file: one of the table, or one that only a file has. It is called in the file what the URL calls it. */
export type ExportColumn = TableColumn | OwnColumn;

/** Columns that only an address has. */
const OF_ADDRESSES: readonly ExportColumn[] = ['kind', 'dnsName'];

/** How a row differs from its ENI: in the shape `address` its own address and EIP, and the pods of its browser. */
const READERS: Partial<Record<ColumnId, Read>> = {
  ip: ({ eni, address }) => (address ? address.address : eni.privateIpAddress),
  eip: ({ eni, address }) => (address ? address.eip : eipsOf(eni)),
  pod: ({ eni, address, podsOf }) => podsOf?.(eni, address?.address ?? null) ?? [],
};

function isOwnColumn(column: string): column is OwnColumn {
  return Object.hasOwn(OWN_COLUMNS, column);
}

/** The value of a column in a row. */
export function readColumn(column: ExportColumn, row: ExportRow): FieldValue {
  if (isOwnColumn(column)) return OWN_COLUMNS[column](row);
  const read = READERS[column as ColumnId];
  return read ? read(row) : columnDefinition(column).tell(row.eni);
}

/** The names of the columns that a file of a shape may have, for messages. */
export function exportColumnNames(shape: Shape): string[] {
  const own = Object.keys(OWN_COLUMNS) as OwnColumn[];
  const fitting = own.filter((column) => shape === 'address' || !OF_ADDRESSES.includes(column));
  return [...COLUMN_IDS.filter((id) => !BROWSER_COLUMNS.includes(id)), ...fitting, 'tag:<key>'];
}

/** A column as the URL names it, unescaped; null where a file of the shape has none of that name. */
export function parseExportColumn(text: string, shape: Shape): ExportColumn | null {
  if (!isOwnColumn(text)) {
    const column = parseColumn(text);
    return column !== null && BROWSER_COLUMNS.includes(column) ? null : column;
  }
  return shape === 'address' || !OF_ADDRESSES.includes(text) ? text : null;
}

/** The kinds of id that these columns need names for. */
export function nameKindsIn(columns: readonly ExportColumn[] | null): NameKind[] {
  return NAME_KINDS.filter((kind) => columns?.includes(NAME_COLUMNS[kind]));
}

/**
 * The columns of a file when none are chosen: those of the table, each row's account and region, and unknown fields.
 */
export function defaultExportColumns(shape: Shape): ExportColumn[] {
  const first: ExportColumn[] = shape === 'address' ? ['ip', 'kind', 'eip', 'dnsName'] : [];
  return [...new Set<ExportColumn>([...first, ...DEFAULT_COLUMNS, 'id', 'account', 'region', 'other'])];
}

/** Separates the values of a list in one cell. */
export const LIST_SEPARATOR = '; ';

/** The value as one cell of a table: a list in one text. */
export function cellOf(column: ExportColumn, row: ExportRow): Exclude<FieldValue, readonly string[]> {
  const value = readColumn(column, row);
  if (value === null || typeof value !== 'object') return value;
  return value.length === 0 ? null : value.join(LIST_SEPARATOR);
}
