import type { Eni } from './eni';
import type { FieldKind } from './field-kinds';
import { FIELDS, type FieldName } from './fields';

/** The value of a field: a list if there are several. Absent is null, and an absent list is empty. */
export type FieldValue = string | number | boolean | null | readonly string[];

/** How the values of each kind are put in order. */
export const SORTS_AS: Record<FieldKind, 'text' | 'number' | 'time' | 'address'> = {
  text: 'text',
  id: 'text',
  bigId: 'text',
  whole: 'number',
  flag: 'number',
  time: 'time',
  eip: 'address',
  ips: 'address',
  ipv6: 'address',
  ipv4Prefixes: 'address',
  ipv6Prefixes: 'address',
  ids: 'text',
  tags: 'text',
  attachment: 'text',
};

type Read = (eni: Eni) => FieldValue;

/** Fields whose values are objects, and the parts that are shown of each. */
const TOLD: Partial<Record<FieldName, Read>> = {
  privateIps: (eni) => eni.privateIps.map((ip) => ip.privateIpAddress),
  ipv6Addresses: (eni) => eni.ipv6Addresses.map((ip) => ip.ipv6Address),
  tags: (eni) => eni.tags.map(({ key, value }) => `${key}=${value}`),
  attachment: ({ attachment }) =>
    [attachment?.instanceId, attachment?.trunkNetworkInterfaceId].filter((id) => id != null),
};

/** Reads a field as files, copies and comparisons have it: a flag as `true` or `false`, of a list all that it lists. */
export function readerOf(name: FieldName): Read {
  return TOLD[name] ?? ((eni) => eni[name] as FieldValue);
}

/** Reads what a field sorts by: of a list the first, of a flag 0 or 1. */
export function sortReaderOf(name: FieldName): (eni: Eni) => string | number | null {
  const read = readerOf(name);
  return (eni) => {
    const value = read(eni);
    if (typeof value === 'boolean') return Number(value);
    return value !== null && typeof value === 'object' ? (value[0] ?? null) : value;
  };
}

/** The words of a value, each by itself. */
export function textsOf(value: FieldValue): readonly string[] {
  if (value === null || value === '') return [];
  return typeof value === 'object' ? value : [String(value)];
}

/** Kinds whose values people search by words: everything but counts, times and flags. */
const WORDLESS: readonly FieldKind[] = ['whole', 'time', 'flag', 'tags'];
const WORD_READERS = FIELDS.filter(({ kind }) => !WORDLESS.includes(kind)).map(({ name }) => readerOf(name));

/** A field that is not known, as one text: `Attachment.Novel=7`. Its value is JSON unless it is a text. */
function otherLine([path, value]: [string, unknown]): string {
  return `${path}=${typeof value === 'string' ? value : JSON.stringify(value)}`;
}

/** The fields that are not known, a text each. */
export function otherLines({ other }: Pick<Eni, 'other'>): string[] {
  return Object.entries(other).map(otherLine);
}

/** All texts of an ENI in which words are looked for. */
export function wordsOfEni(eni: Eni): string[] {
  const texts = otherLines(eni);
  for (const read of WORD_READERS) texts.push(...textsOf(read(eni)));
  for (const { key, value } of eni.tags) texts.push(key, value);
  for (const { publicIp, allocationId, privateDnsName } of eni.privateIps)
    for (const text of [publicIp, allocationId, privateDnsName]) if (text !== null) texts.push(text);
  return texts;
}
