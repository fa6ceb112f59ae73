import { indexOf } from './eni-index';
import { invalidParameter } from './errors';
import { formatIpv4 } from './estate/addresses';
import type { Cell, Eni } from './estate/model';
import type { Params, TagFilter } from './params';
import type { Switches } from './settings';

export interface EniFilters {
  vpcId: string | null;
  vSwitchId: string | null;
  instanceId: string | null;
  ids: string[];
  name: string | null;
  primaryIp: string | null;
  secondaryIps: string[];
  ipv6: string[];
  securityGroupId: string | null;
  type: string | null;
  status: string | null;
  serviceManaged: boolean | null;
  resourceGroupId: string | null;
  tags: TagFilter[];
}

const MOST_IDS = 100;
const CAP = 1000;

/** The filters of a call; throws InvalidParameter where one is not as documented. */
export function parseEniFilters(params: Params): EniFilters {
  return {
    vpcId: params.text('VpcId'),
    vSwitchId: params.text('VSwitchId'),
    instanceId: params.text('InstanceId'),
    ids: params.list('NetworkInterfaceId', MOST_IDS),
    name: params.text('NetworkInterfaceName'),
    primaryIp: params.text('PrimaryIpAddress'),
    secondaryIps: params.list('PrivateIpAddress', MOST_IDS),
    ipv6: params.list('Ipv6Address', MOST_IDS).map(canonicalIpv6),
    securityGroupId: params.text('SecurityGroupId'),
    type: params.oneOf('Type', ['Primary', 'Secondary']),
    status: params.oneOf('Status', ['Available', 'Attaching', 'InUse', 'Detaching', 'Deleting']),
    serviceManaged: params.boolean('ServiceManaged'),
    resourceGroupId: params.text('ResourceGroupId'),
    tags: params.tags(),
  };
}

/** The spelling that the estate uses; text that is not an address stays, and finds nothing. */
function canonicalIpv6(text: string): string {
  return URL.canParse(`http://[${text}]`) ? new URL(`http://[${text}]`).hostname.slice(1, -1) : text;
}

/** Whether all of the tag filters hold; a key alone matches any value. */
export function hasTags(
  tags: readonly { key: string; value: string }[],
  filters: readonly TagFilter[],
): boolean {
  return filters.every((filter) =>
    tags.some((tag) => tag.key === filter.key && (filter.value === null || tag.value === filter.value)),
  );
}

const cache = new WeakMap<Cell, { version: number; lists: Map<string, Eni[]> }>();
const MOST_LISTS = 64;

/** The ENIs that a call finds, in the order of the listing. Kept for the following pages. */
export function queryEnis(cell: Cell, filters: EniFilters, switches: Switches): Eni[] {
  const { capAtThousand, defaultGroup } = switches;
  let cached = cache.get(cell);
  if (!cached || cached.version !== cell.version) {
    cached = { version: cell.version, lists: new Map() };
    cache.set(cell, cached);
  }
  const key = JSON.stringify([filters, capAtThousand, defaultGroup]);
  let list = cached.lists.get(key);
  if (!list) {
    list = runQuery(cell, filters, switches);
    if (cached.lists.size >= MOST_LISTS) cached.lists.delete(cached.lists.keys().next().value ?? '');
    cached.lists.set(key, list);
  }
  return list;
}

function runQuery(cell: Cell, filters: EniFilters, switches: Switches): Eni[] {
  const { resourceGroupId, tags } = filters;
  if (resourceGroupId === cell.defaultResourceGroupId && switches.defaultGroup === 'unsupported') {
    throw invalidParameter('ResourceGroupId');
  }
  const found = candidates(cell, filters).filter((eni) => matches(cell, eni, filters));
  const isCapped = switches.capAtThousand && (tags.length > 0 || resourceGroupId !== null);
  return isCapped ? found.slice(0, CAP) : found;
}

function candidates(cell: Cell, filters: EniFilters): Eni[] {
  const index = indexOf(cell);
  if (filters.ids.length > 0) return index.find('id', filters.ids);
  if (filters.primaryIp) return index.find('primaryIp', [filters.primaryIp]);
  if (filters.secondaryIps.length > 0) return index.find('secondaryIp', filters.secondaryIps);
  if (filters.ipv6.length > 0) return index.find('ipv6', filters.ipv6);
  if (filters.instanceId) return index.find('instance', [filters.instanceId]);
  if (filters.name) return index.find('name', [filters.name]);
  if (filters.vSwitchId) return index.find('vSwitch', [filters.vSwitchId]);
  if (filters.securityGroupId) return index.find('securityGroup', [filters.securityGroupId]);
  if (filters.vpcId) return index.find('vpc', [filters.vpcId]);
  return cell.enis;
}

function matches(cell: Cell, eni: Eni, filters: EniFilters): boolean {
  const { vpcId, vSwitchId, instanceId, ids, name, primaryIp, secondaryIps, ipv6 } = filters;
  const { securityGroupId, type, status, serviceManaged, resourceGroupId, tags } = filters;
  return (
    (ids.length === 0 || ids.includes(eni.id)) &&
    (vpcId === null || eni.vSwitch.vpc.id === vpcId) &&
    (vSwitchId === null || eni.vSwitch.id === vSwitchId) &&
    (instanceId === null || (eni.instance ?? eni.memberOf?.instance)?.id === instanceId) &&
    (name === null || eni.name === name) &&
    (primaryIp === null || formatIpv4(eni.addresses[0] ?? 0) === primaryIp) &&
    (secondaryIps.length === 0 ||
      eni.addresses.slice(1).some((address) => secondaryIps.includes(formatIpv4(address)))) &&
    (ipv6.length === 0 || eni.ipv6.some((address) => ipv6.includes(address))) &&
    (securityGroupId === null ||
      (eni.type !== 'Primary' && eni.securityGroupIds.includes(securityGroupId))) &&
    (type === null || eni.type === type) &&
    (status === null || eni.status === status) &&
    (serviceManaged === null || (eni.serviceId !== null) === serviceManaged) &&
    (resourceGroupId === null || inGroup(cell, eni, resourceGroupId)) &&
    (tags.length === 0 || hasTags(eni.tags, tags))
  );
}

/** ENIs in the default group, or without one, are found under any requested group. */
function inGroup(cell: Cell, eni: Eni, resourceGroupId: string): boolean {
  return (
    eni.resourceGroupId === resourceGroupId ||
    eni.resourceGroupId === cell.defaultResourceGroupId ||
    eni.resourceGroupId === ''
  );
}
