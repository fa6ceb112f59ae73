import { type Eni, eipsOf } from '@/lib/eni/eni';
import { privateAddressCount } from '@/lib/eni/eni-address';
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

type Reads =
  | { kind: 'word' | 'id' | 'mac' | 'choice'; read: (eni: Eni) => (string | null)[] }
  | { kind: 'glob'; read: (eni: Eni) => (string | null)[] }
  | { kind: 'block'; read: (eni: Eni) => Addresses; presence: boolean }
  | { kind: 'bool'; read: (eni: Eni) => boolean | null }
  | { kind: 'number'; read: (eni: Eni) => number }
  | { kind: 'age'; read: (eni: Eni) => string | null }
  | { kind: 'tag'; read: (eni: Eni) => Eni['tags'] }
  | { kind: 'text'; read: (eni: Eni) => (string | null)[] }
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

/**
 * THE definition of the filters. URL parsers, plan, keep, chips, suggestions, facets, documents and tests derive from
 * it. Source of the parameters: DescribeNetworkInterfaces; their quirks are in docs/UPSTREAM.md.
 */
export const ENI_FILTERS = {
  status: {
    kind: 'word',
    known: ENI_STATUSES,
    read: (eni) => [eni.status],
    send: { param: 'Status', exact: true, only: ENI_STATUSES },
  },
  type: {
    kind: 'word',
    known: ENI_TYPES,
    read: (eni) => [eni.type],
    send: { param: 'Type', exact: true, only: SENDABLE_TYPES },
  },
  vpc: { kind: 'id', read: (eni) => [eni.vpcId], send: { param: 'VpcId', exact: true } },
  vswitch: { kind: 'id', read: (eni) => [eni.vSwitchId], send: { param: 'VSwitchId', exact: true } },
  instance: { kind: 'id', read: (eni) => [eni.instanceId], send: { param: 'InstanceId', exact: true } },
  // The API leaves primary ENIs out; the plan adds them through DescribeInstances.
  sg: { kind: 'id', read: (eni) => eni.securityGroupIds, send: { param: 'SecurityGroupId', exact: false } },
  // The API adds the ENIs of the default group.
  rg: {
    kind: 'id',
    read: (eni) => [eni.resourceGroupId],
    send: { param: 'ResourceGroupId', exact: false, capped: true },
  },
  eni: { kind: 'id', read: (eni) => [eni.id], send: { param: 'NetworkInterfaceId', exact: true, many: 100 } },
  ip: {
    kind: 'block',
    presence: false,
    read: (eni) => ({
      addresses: [...v4Addresses(eni), ...v6Addresses(eni), ...eipsOf(eni)],
      prefixes: [...eni.ipv4Prefixes, ...eni.ipv6Prefixes],
    }),
  },
  // Addresses, blocks, MACs and ids in one list, any of which will do. docs/decisions/0019
  any: { kind: 'mixed', some: someHeld },
  name: { kind: 'glob', read: (eni) => [eni.name], send: { param: 'NetworkInterfaceName', exact: true } },
  description: { kind: 'glob', read: (eni) => [eni.description] },
  tag: { kind: 'tag', read: (eni) => eni.tags, send: { param: 'Tag', exact: true, capped: true } },
  // Where the API leaves ServiceManaged out we say unknown, while its own filter knows.
  managed: {
    kind: 'bool',
    read: (eni) => eni.serviceManaged,
    send: { param: 'ServiceManaged', exact: false },
  },
  zone: { kind: 'id', read: (eni) => [eni.zoneId] },
  mac: { kind: 'mac', read: (eni) => [eni.macAddress] },
  owner: { kind: 'choice', known: OWNER_KINDS, read: (eni) => [ownerKindOf(eni)] },
  mode: { kind: 'word', known: TRAFFIC_MODES, read: (eni) => [eni.trafficMode] },
  deleteOnRelease: { kind: 'bool', read: (eni) => eni.deleteOnRelease },
  created: { kind: 'age', read: (eni) => eni.creationTime },
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
  q: {
    kind: 'text',
    read: (eni) => [
      eni.id,
      eni.name,
      eni.description,
      eni.type,
      eni.status,
      eni.zoneId,
      eni.vpcId,
      eni.vSwitchId,
      eni.instanceId,
      eni.macAddress,
      eni.serviceId,
      eni.ownerId,
      eni.resourceGroupId,
      eni.trafficMode,
      ...v4Addresses(eni),
      ...v6Addresses(eni),
      ...eipsOf(eni),
      ...eni.ipv4Prefixes,
      ...eni.ipv6Prefixes,
      ...eni.securityGroupIds,
      ...eni.tags.flatMap(({ key, value }) => [key, value]),
      ...eni.privateIps.map((ip) => ip.privateDnsName),
    ],
  },
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
