import { type Eni, eipsOf } from '@/lib/eni/eni';
import type { FieldKind } from '@/lib/eni/field-kinds';
import { readerOf, textsOf } from '@/lib/eni/field-values';
import { type ComparedKey, fieldOf as eniField, FIELDS, type FieldName } from '@/lib/eni/fields';

/**
 * A field that is compared. `label` is the message key of its name, shared with the filter of the same field where both
 * say the same. `isOfPlace`: its values belong to one place alone, as ids and addresses do, so that two places can only
 * differ in it. `columns`: a file tells the field if it has any of these; empty where only a whole ENI tells it.
 */
type FieldDefinition = {
  label: `filter.${string}` | `column.${string}` | `compare.field.${string}`;
  look: 'text' | 'mono' | 'status' | 'flag';
  isOfPlace: boolean;
  columns: readonly string[];
  read: (eni: Eni) => readonly string[];
};

/** A masked address names none: two of them may be one and the same or not. */
const unmasked = (values: readonly string[]) => values.filter((value) => !value.includes('*'));

function privateIpsOf({ privateIpAddress, privateIps }: Eni): string[] {
  const all = [privateIpAddress, ...privateIps.map((ip) => ip.privateIpAddress)];
  return unmasked([...new Set(all.filter((ip) => ip !== null))]);
}

/** How a value of each kind looks; ids and lists as code. */
const LOOKS: Partial<Record<FieldKind, FieldDefinition['look']>> = {
  text: 'text',
  flag: 'flag',
  whole: 'text',
};

/** A field of the table, compared as files have it. */
function ofField(name: FieldName, more: Partial<FieldDefinition> = {}): FieldDefinition {
  const { key, kind, label, isOfPlace } = eniField(name);
  const tell = readerOf(name);
  return {
    label,
    look: LOOKS[kind] ?? 'mono',
    isOfPlace,
    columns: key === null ? [] : [key],
    read: (eni) => textsOf(tell(eni)),
    ...more,
  };
}

/** Fields in their order, and those that are compared otherwise than as their values stand. */
const OWN_FIELDS = {
  sg: ofField('securityGroupIds', { label: 'compare.field.sg' }),
  ips: {
    label: 'compare.field.ips',
    look: 'mono',
    isOfPlace: true,
    columns: ['addresses'],
    read: privateIpsOf,
  },
  prefix: {
    label: 'compare.field.prefix',
    look: 'mono',
    isOfPlace: true,
    columns: ['prefix', 'addresses'],
    read: (eni) => [...eni.ipv4Prefixes, ...eni.ipv6Prefixes],
  },
  ipv6: ofField('ipv6Addresses', {
    columns: ['ipv6', 'addresses'],
    read: (eni) => unmasked(eni.ipv6Addresses.map(({ ipv6Address }) => ipv6Address)),
  }),
  eip: {
    label: 'filter.eip',
    look: 'mono',
    isOfPlace: true,
    columns: ['eip'],
    read: (eni) => unmasked(eipsOf(eni)),
  },
  tags: ofField('tags', { label: 'compare.field.tags' }),
  status: ofField('status', { look: 'status' }),
  instance: ofField('instanceId'),
  name: ofField('name'),
  description: ofField('description'),
  type: ofField('type'),
  vpc: ofField('vpcId'),
  vswitch: ofField('vSwitchId'),
  zone: ofField('zoneId'),
  rg: ofField('resourceGroupId'),
  mac: ofField('macAddress'),
  mode: ofField('trafficMode'),
} as const satisfies Record<string, FieldDefinition>;

/** Fields that the list above does not name are compared too, unless the table excludes them. */
type FieldRest = Exclude<ComparedKey, keyof typeof OWN_FIELDS>;

const rest = Object.fromEntries(
  FIELDS.flatMap(({ key, name, isCompared }) =>
    key === null || !isCompared || Object.hasOwn(OWN_FIELDS, key) ? [] : [[key, ofField(name)]],
  ),
) as Record<FieldRest, FieldDefinition>;

/** THE fields that are compared, in their order. It leaves out fields that change by themselves and mean nothing. */
export const COMPARE_FIELDS = { ...OWN_FIELDS, ...rest };

export type CompareField = keyof typeof COMPARE_FIELDS;

export const COMPARE_FIELD_IDS = Object.keys(COMPARE_FIELDS) as CompareField[];

/** A field, in its general type. */
export function fieldOf(field: CompareField): FieldDefinition {
  return COMPARE_FIELDS[field];
}

/** The fields that a file with these columns says. */
export function fieldsOfColumns(columns: readonly string[]): ReadonlySet<CompareField> {
  return new Set(
    COMPARE_FIELD_IDS.filter((id) => fieldOf(id).columns.some((column) => columns.includes(column))),
  );
}

/** Whether two ENIs have the same values of a field, in whatever order. */
export function isSame(field: CompareField, a: Eni, b: Eni): boolean {
  const { read } = fieldOf(field);
  const [left, right] = [read(a), read(b)];
  if (left.length <= 1 && right.length <= 1) return left[0] === right[0];
  const has = new Set(right);
  return new Set(left).size === has.size && left.every((value) => has.has(value));
}
