import { VALUES_A_CALL } from '@/lib/eni/api-limits';
import { type Eni, eipsOf } from '@/lib/eni/eni';
import { privateAddressCount } from '@/lib/eni/eni-address';
import { type FieldValue, readerOf, wordsOfEni } from '@/lib/eni/field-values';
import { type FieldName, fieldOf } from '@/lib/eni/fields';
import { OWNER_KINDS, ownerKindOf } from '@/lib/eni/owner';
import { ENI_STATUSES, ENI_TYPES, SENDABLE_TYPES, TRAFFIC_MODES } from '@/lib/eni/status';
import { someHeld } from './held';

/**
 * How DescribeNetworkInterfaces can apply a filter itself.
 * - `param`: its request parameter.
 * - `exact`: what it returns is what the filter means; where false the scan has to re-check, so no count is given.
 * - `capped`: it stops at 1,000 ENIs.
 * - `only`: the values that it takes; others run after reading.
 * - `many`: the most values in one call.
 */
type Send = { param: string; exact: boolean; capped?: true; only?: readonly string[]; many?: number };

type Addresses = { addresses: (string | null)[]; prefixes: string[] };

/** The part of the catalogue that names the values of a closed set: `owner.ack`. */
type ChoiceWords = 'owner';

type Reads =
  | { kind: 'word' | 'id' | 'mac'; read: (eni: Eni) => readonly (string | null)[] }
  | { kind: 'glob'; read: (eni: Eni) => readonly (string | null)[] }
  | { kind: 'choice'; read: (eni: Eni) => (string | null)[]; known: readonly string[]; says: ChoiceWords }
  | { kind: 'block'; read: (eni: Eni) => Addresses; presence: boolean }
  | { kind: 'bool'; read: (eni: Eni) => boolean | null }
  | { kind: 'number'; read: (eni: Eni) => number | null }
  | { kind: 'age'; read: (eni: Eni) => string | null }
  | { kind: 'tag'; read: (eni: Eni) => Eni['tags'] }
  | { kind: 'text'; read: (eni: Eni) => readonly string[] }
  | { kind: 'mixed'; some: typeof someHeld };

/**
 * One filter: what it reads from an ENI, how its values are written (the kind), which words are known, and which
 * request parameter carries it if one does. Its label is the catalogue's `filter.<key>`.
 */
export type FilterDefinition = Reads & { known?: readonly string[]; send?: Send };

function v4Addresses(eni: Eni): (string | null)[] {
  return [eni.privateIpAddress, ...eni.privateIps.map((ip) => ip.privateIpAddress)];
}

function v6Addresses(eni: Eni): string[] {
  return eni.ipv6Addresses.map((ip) => ip.ipv6Address);
}

const asTexts = (value: FieldValue) =>
  value !== null && typeof value === 'object' ? value : [value as string | null];

/** The kind of filter that a field of a kind has unless another is asked for. */
const OF_KIND = {
  id: 'id',
  bigId: 'id',
  ids: 'id',
  text: 'glob',
  flag: 'bool',
  whole: 'number',
  time: 'age',
} as const;

type More = { kind?: 'word' | 'mac'; known?: readonly string[]; send?: Send };

/** The filter of one field: what it reads follows from the field. */
function ofField(name: FieldName, { kind: asked, ...more }: More = {}): FilterDefinition {
  const read = readerOf(name);
  const kind = asked ?? OF_KIND[fieldOf(name).kind as keyof typeof OF_KIND];
  switch (kind) {
    case 'bool':
      return { kind, read: (eni) => read(eni) as boolean | null, ...more };
    case 'number':
      return { kind, read: (eni) => read(eni) as number | null, ...more };
    case 'age':
      return { kind, read: (eni) => read(eni) as string | null, ...more };
    default:
      return { kind, read: (eni) => asTexts(read(eni)), ...more };
  }
}

/**
 * THE definition of the filters. URL parsers, plan, keep, chips, suggestions, facets, documents and tests derive from
 * it. Source of the parameters: DescribeNetworkInterfaces; their quirks are in docs/UPSTREAM.md.
 */
export const ENI_FILTERS = {
  status: ofField('status', {
    kind: 'word',
    known: ENI_STATUSES,
    send: { param: 'Status', exact: true, only: ENI_STATUSES },
  }),
  type: ofField('type', {
    kind: 'word',
    known: ENI_TYPES,
    send: { param: 'Type', exact: true, only: SENDABLE_TYPES },
  }),
  vpc: ofField('vpcId', { send: { param: 'VpcId', exact: true } }),
  vswitch: ofField('vSwitchId', { send: { param: 'VSwitchId', exact: true } }),
  instance: ofField('instanceId', { send: { param: 'InstanceId', exact: true } }),
  // The API leaves primary ENIs out; the plan adds them through DescribeInstances.
  sg: ofField('securityGroupIds', { send: { param: 'SecurityGroupId', exact: false } }),
  // The API adds the ENIs of the default group.
  rg: ofField('resourceGroupId', { send: { param: 'ResourceGroupId', exact: false, capped: true } }),
  eni: ofField('id', { send: { param: 'NetworkInterfaceId', exact: true, many: VALUES_A_CALL } }),
  ip: {
    kind: 'block',
    presence: false,
    read: (eni) => ({
      addresses: [...v4Addresses(eni), ...v6Addresses(eni), ...eipsOf(eni)],
      prefixes: [...eni.ipv4Prefixes, ...eni.ipv6Prefixes],
    }),
  },
  // Addresses, blocks, MACs and ids in one list; an ENI matches with any of them. docs/decisions/0019
  any: { kind: 'mixed', some: someHeld },
  name: ofField('name', { send: { param: 'NetworkInterfaceName', exact: true } }),
  description: ofField('description'),
  tag: { kind: 'tag', read: (eni) => eni.tags, send: { param: 'Tag', exact: true, capped: true } },
  // If the API's answer lacks ServiceManaged, we say unknown, while the API's own filter knows it.
  managed: ofField('serviceManaged', { send: { param: 'ServiceManaged', exact: false } }),
  zone: ofField('zoneId'),
  mac: ofField('macAddress', { kind: 'mac' }),
  owner: { kind: 'choice', known: OWNER_KINDS, says: 'owner', read: (eni) => [ownerKindOf(eni)] },
  mode: ofField('trafficMode', { kind: 'word', known: TRAFFIC_MODES }),
  deleteOnRelease: ofField('deleteOnRelease'),
  created: ofField('creationTime'),
  ips: { kind: 'number', read: privateAddressCount },
  eip: { kind: 'block', presence: true, read: (eni) => ({ addresses: eipsOf(eni), prefixes: [] }) },
  ipv6: {
    kind: 'block',
    presence: true,
    read: (eni) => ({ addresses: v6Addresses(eni), prefixes: eni.ipv6Prefixes }),
  },
  prefix: {
    kind: 'block',
    presence: true,
    read: (eni) => ({ addresses: [], prefixes: [...eni.ipv4Prefixes, ...eni.ipv6Prefixes] }),
  },
  q: { kind: 'text', read: wordsOfEni },
} as const satisfies Record<string, FilterDefinition>;

export type FilterKey = keyof typeof ENI_FILTERS;

export const FILTER_KEYS = Object.keys(ENI_FILTERS) as FilterKey[];

/** The definition of a filter, in its general type. */
export function filterOf(key: FilterKey): FilterDefinition {
  return ENI_FILTERS[key];
}

export function isFilterKey(key: string): key is FilterKey {
  return Object.hasOwn(ENI_FILTERS, key);
}
