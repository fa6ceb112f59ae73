import { type Eni, eipsOf } from '@/lib/eni/eni';
import type { FilterKey } from '@/lib/search/filters';

/**
 * A field that is compared. `label` is the message key of its name, shared with the filter of the same field where both
 * say the same. `isOfPlace`: its values are of one place alone, as ids and addresses are, so that two places can only
 * differ in it. `columns`: those of a file of which any says it; none where only a whole ENI does.
 */
type FieldDefinition = {
  label: `filter.${FilterKey}` | `compare.field.${string}`;
  look: 'text' | 'mono' | 'status' | 'flag';
  isOfPlace: boolean;
  columns: readonly string[];
  read: (eni: Eni) => readonly string[];
};

/** A masked address names none: two of them may be one and the same or not. */
const unmasked = (values: readonly string[]) => values.filter((value) => !value.includes('*'));

const one = (value: string | number | boolean | null) => (value === null ? [] : [String(value)]);

function privateIpsOf({ privateIpAddress, privateIps }: Eni): string[] {
  const all = [privateIpAddress, ...privateIps.map((ip) => ip.privateIpAddress)];
  return unmasked([...new Set(all.filter((ip) => ip !== null))]);
}

/** THE fields that are compared, in their order. What changes by itself and means nothing is not among them. */
export const COMPARE_FIELDS = {
  sg: {
    label: 'compare.field.sg',
    look: 'mono',
    isOfPlace: true,
    columns: ['sg'],
    read: (eni) => eni.securityGroupIds,
  },
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
  ipv6: {
    label: 'filter.ipv6',
    look: 'mono',
    isOfPlace: true,
    columns: ['ipv6', 'addresses'],
    read: (eni) => unmasked(eni.ipv6Addresses.map(({ ipv6Address }) => ipv6Address)),
  },
  eip: {
    label: 'filter.eip',
    look: 'mono',
    isOfPlace: true,
    columns: ['eip'],
    read: (eni) => unmasked(eipsOf(eni)),
  },
  tags: {
    label: 'compare.field.tags',
    look: 'mono',
    isOfPlace: false,
    columns: ['tags'],
    read: (eni) => eni.tags.map(({ key, value }) => `${key}=${value}`),
  },
  status: {
    label: 'filter.status',
    look: 'status',
    isOfPlace: false,
    columns: ['status'],
    read: (eni) => one(eni.status),
  },
  instance: {
    label: 'filter.instance',
    look: 'mono',
    isOfPlace: true,
    columns: ['instance'],
    read: (eni) => one(eni.instanceId),
  },
  name: {
    label: 'filter.name',
    look: 'text',
    isOfPlace: false,
    columns: ['name'],
    read: (eni) => one(eni.name),
  },
  description: {
    label: 'filter.description',
    look: 'text',
    isOfPlace: false,
    columns: ['description'],
    read: (eni) => one(eni.description),
  },
  type: {
    label: 'filter.type',
    look: 'text',
    isOfPlace: false,
    columns: ['type'],
    read: (eni) => one(eni.type),
  },
  vpc: {
    label: 'filter.vpc',
    look: 'mono',
    isOfPlace: true,
    columns: ['vpc'],
    read: (eni) => one(eni.vpcId),
  },
  vswitch: {
    label: 'filter.vswitch',
    look: 'mono',
    isOfPlace: true,
    columns: ['vswitch'],
    read: (eni) => one(eni.vSwitchId),
  },
  zone: {
    label: 'filter.zone',
    look: 'mono',
    isOfPlace: true,
    columns: ['zone'],
    read: (eni) => one(eni.zoneId),
  },
  rg: {
    label: 'filter.rg',
    look: 'mono',
    isOfPlace: true,
    columns: ['rg'],
    read: (eni) => one(eni.resourceGroupId),
  },
  mac: {
    label: 'filter.mac',
    look: 'mono',
    isOfPlace: true,
    columns: ['mac'],
    read: (eni) => one(eni.macAddress),
  },
  mode: {
    label: 'filter.mode',
    look: 'text',
    isOfPlace: false,
    columns: ['mode'],
    read: (eni) => one(eni.trafficMode),
  },
  managed: {
    label: 'filter.managed',
    look: 'flag',
    isOfPlace: false,
    columns: ['managed'],
    read: (eni) => one(eni.serviceManaged),
  },
  deleteOnRelease: {
    label: 'filter.deleteOnRelease',
    look: 'flag',
    isOfPlace: false,
    columns: ['deleteOnRelease'],
    read: (eni) => one(eni.deleteOnRelease),
  },
  sourceDestCheck: {
    label: 'compare.field.sourceDestCheck',
    look: 'flag',
    isOfPlace: false,
    columns: [],
    read: (eni) => one(eni.sourceDestCheck),
  },
} as const satisfies Record<string, FieldDefinition>;

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
