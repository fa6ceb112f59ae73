import type { Eni } from '@/lib/eni/eni';
import type { FieldKind } from '@/lib/eni/field-kinds';
import { FIELDS } from '@/lib/eni/fields';
import { LIST_SEPARATOR } from '@/lib/export/export-columns';

/** What a file has in a column of a row: the text of a cell, or a list from JSON. */
export type Cell = (column: string) => unknown;

function textOf(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
  return textOf(value)?.split(LIST_SEPARATOR) ?? [];
}

function wholeOf(value: unknown): number | null {
  const text = textOf(value);
  return text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}

function flagOf(value: unknown): boolean | null {
  const text = textOf(value);
  return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : null;
}

/** `key=value` texts as tags. A part without an equals sign belongs to the value before it. */
function tagsOf(parts: readonly string[]): Eni['tags'] {
  const tags: Eni['tags'] = [];
  for (const part of parts) {
    const at = part.indexOf('=');
    const last = tags.at(-1);
    if (at > 0) tags.push({ key: part.slice(0, at), value: part.slice(at + 1) });
    else if (last) last.value += LIST_SEPARATOR + part;
  }
  return tags;
}

/** How a cell of each kind is read; other kinds are of several columns, or of none. */
const READERS: Partial<Record<FieldKind, (value: unknown) => unknown>> = {
  text: textOf,
  id: textOf,
  bigId: textOf,
  time: textOf,
  whole: wholeOf,
  flag: flagOf,
  ids: listOf,
};

/** The fields that a column tells by itself; none of the others. */
function plainFields(cell: Cell): Partial<Eni> {
  return Object.fromEntries(
    FIELDS.map(({ name, key, kind }) => [name, key === null ? null : (READERS[kind]?.(cell(key)) ?? null)]),
  );
}

const isPrefix = (text: string) => text.includes('/');
const isV6 = (text: string) => text.includes(':');

/**
 * The ENI that a row of chosen columns is, as far as they say it; what they do not say is null. Null where the row does
 * not say which ENI it is.
 * @param place where it is, for columns that do not say that
 */
export function eniOfCells(
  cell: Cell,
  columns: readonly string[],
  place: { account: string | null; region: string | null },
): Eni | null {
  const text = (column: string) => textOf(cell(column));
  const id = text('id');
  const account = text('account') ?? place.account;
  const region = text('region') ?? place.region;
  if (id === null || account === null || region === null) return null;
  const addresses = listOf(cell('addresses'));
  const primary = text('ip');
  const own = addresses.filter((each) => !isPrefix(each) && !isV6(each));
  const prefixes = columns.includes('prefix') ? listOf(cell('prefix')) : addresses.filter(isPrefix);
  const ipv6 = columns.includes('ipv6')
    ? listOf(cell('ipv6'))
    : addresses.filter((each) => isV6(each) && !isPrefix(each));
  const eips = listOf(cell('eip'));
  const ownTags = columns
    .filter((column) => column.startsWith('tag:'))
    .flatMap((column) => {
      const value = text(column);
      return value === null ? [] : [{ key: column.slice('tag:'.length), value }];
    });
  return {
    ...(plainFields(cell) as Eni),
    account,
    region,
    id,
    privateIps: own.map((privateIpAddress, at) => ({
      privateIpAddress,
      primary: privateIpAddress === primary,
      // The file does not say which address an EIP is bound to.
      publicIp: eips[at] ?? null,
      allocationId: null,
      privateDnsName: null,
    })),
    ipv6Addresses: ipv6.map((ipv6Address) => ({ ipv6Address, primary: null })),
    ipv4Prefixes: prefixes.filter((each) => !isV6(each)),
    ipv6Prefixes: prefixes.filter(isV6),
    publicIp: eips[0] ?? null,
    tags: columns.includes('tags') ? tagsOf(listOf(cell('tags'))) : ownTags,
    attachment: null,
    other: {},
  };
}
