import { ACCOUNTS } from '../../keys';
import { formatCidr, parseCidr } from '../addresses';
import { addReservation } from '../audit/network';
import { addEni, addInstance, type CellBuilder } from '../builder';
import { createCell, type EstateOptions } from '../estate';
import type { Cell, DiscoveredAddress, Eni, Instance, ServiceResource, VSwitch } from '../model';
import { createNetworkBuilder, createVpc, createVSwitch } from '../network';
import { createPrng } from '../prng';
import { REGIONS } from '../regions';
import { HINTS, type Hint } from './hints';

const REGION = 'cn-hangzhou';
/** Between those of the account `odd` and those of the account `audit`. */
const SERIALS = { mac: 2 ** 22 + 2 ** 21, eip: 170_000 };
const OLD = 60;

/** Holders of addresses of the vSwitch that are not ENIs that the account sees; IPAM names these. */
const DISCOVERED = [
  { resourceId: 'rm-bp1owners0database', resourceServiceType: 'RDS', addresses: 2 },
  { resourceId: 'lb-bp1owners0balancer', resourceServiceType: 'SLB', addresses: 1 },
] as const;
/** Addresses that something has taken and that IPAM does not name either. */
const UNNAMED = 2;

/** The ENIs of resources of other products, two of a resource that is in two zones. */
const SERVICES: readonly (Omit<ServiceResource, 'enis'> & { count: number; description: string })[] = [
  { product: 'nlb', id: 'nlb-3zjq7ee4h4dq0ycuca', name: 'orders-入口', count: 2, description: '' },
  { product: 'gwlb', id: 'gwlb-9njtjmqt7zfcqmy3k', name: 'inspect', count: 1, description: '' },
  { product: 'nat', id: 'ngw-bp1owners0gateway', name: 'egress', count: 1, description: 'NAT Gateway' },
  { product: 'endpoint', id: 'ep-bp1owners0endpoint', name: 'to-registry', count: 1, description: '' },
  { product: 'eci', id: 'eci-bp1hc40yjd4f7bta3k2c', name: 'batch-7', count: 0, description: '' },
];

/** The cells of the account `owners`: an ENI for every sign of who owns one, and addresses that no ENI has. */
export function createOwnersCells({ seed = 1, now = Date.now() }: EstateOptions): Cell[] {
  return REGIONS.map((region) => {
    const cell = createCell(ACCOUNTS.owners, region);
    if (region.id !== REGION) return cell;
    const prng = createPrng(seed * 1009 + 900_007);
    const network = createNetworkBuilder(prng, ACCOUNTS.owners, region, now);
    const vpc = createVpc(network, { name: 'owners', cidr: '10.7.0.0/16', env: 'test' }, 0);
    const create = (cidr: string, name: string) =>
      Object.assign(createVSwitch(network, vpc, parseCidr(cidr), 'app'), { name });
    const signs = create('10.7.0.0/24', 'signs');
    const prefixes = create('10.7.1.0/24', 'prefixes-前缀');
    cell.vpcs = [vpc];
    cell.vSwitches = [signs, prefixes];
    const builder: CellBuilder = {
      prng,
      cell,
      now,
      idPrefix: region.prefix,
      serials: { ...SERIALS },
      securityGroups: new Map(),
      resourceGroups: { core: `rg-aek2${prng.text(11)}`, others: [`rg-aek2${prng.text(11)}`] },
    };
    const found = new Map(HINTS.map((hint) => [hint.sign, addHint(builder, signs, hint)]));
    const trunk = found.get('trunk') as Eni;
    addMembers(builder, signs, trunk);
    cell.services = SERVICES.map((service) => addService(builder, signs, service, found));
    cell.discovery = {
      id: 'ipam-res-disco-jt5f2af2u6nk2z321owners',
      addresses: DISCOVERED.flatMap((one) => discover(builder, signs, one)),
    };
    signs.hiddenUse = UNNAMED;
    addPrefixHolders(builder, prefixes);
    return cell;
  });
}

function addHint(builder: CellBuilder, vSwitch: VSwitch, { sign, spec, instanceId }: Hint): Eni {
  const { tags = [], ...rest } = spec;
  const instance: Instance | null = instanceId
    ? { id: instanceId, name: '', type: '', status: 'Running', vSwitch, securityGroupIds: [], enis: [] }
    : null;
  return addEni(builder, vSwitch, {
    status: 'Available',
    ageDays: OLD,
    // The names and descriptions of other ENIs say nothing, so that there is only one sign.
    ...rest,
    tags: [...tags.map(([key, value]) => ({ key, value })), { key: 'sign', value: sign }],
    ...(instance && { instance }),
  }) as Eni;
}

/** A trunk that has members, which only DescribeNetworkInterfaceAttribute tells of the trunk. */
function addMembers(builder: CellBuilder, vSwitch: VSwitch, trunk: Eni): void {
  const instance = addInstance(builder, vSwitch, 'trunk-node', 'ecs.ebmg7.32xlarge');
  for (const number of [1, 2])
    addEni(builder, vSwitch, {
      type: 'Member',
      name: `member-${number}`,
      memberOf: { instance, trunkId: trunk.id },
      ageDays: OLD,
    });
}

function addService(
  builder: CellBuilder,
  vSwitch: VSwitch,
  { count, description, ...service }: (typeof SERVICES)[number],
  hints: ReadonlyMap<string, Eni>,
): ServiceResource {
  const made = Array.from(
    { length: count },
    () =>
      addEni(builder, vSwitch, { type: 'Secondary', serviceId: '26842', description, ageDays: OLD }) as Eni,
  );
  const group = hints.get('eci instance');
  return { ...service, enis: service.product === 'eci' && group ? [group] : made };
}

function discover(
  { prng }: CellBuilder,
  vSwitch: VSwitch,
  { addresses, ...resource }: (typeof DISCOVERED)[number],
): DiscoveredAddress[] {
  return Array.from({ length: addresses }, () => {
    const address = vSwitch.pool.take(prng);
    if (address === null) throw new Error('the vSwitch has room');
    return { vSwitch, address, ...resource };
  });
}

/** A reservation with prefixes of two ENIs, and one that is being given back. */
function addPrefixHolders(builder: CellBuilder, vSwitch: VSwitch): void {
  const reserved = parseCidr('10.7.1.64/26');
  addReservation(builder, vSwitch, 'pods-前缀', formatCidr(reserved));
  addReservation(builder, vSwitch, 'leaving', '10.7.1.128/27');
  const leaving = builder.cell.reservations.at(-1);
  if (leaving) leaving.status = 'Releasing';
  for (const at of [0, 1])
    addEni(builder, vSwitch, {
      type: 'Secondary',
      name: `prefix-${at}`,
      instance: addInstance(builder, vSwitch, `prefix-node-${at}`, 'ecs.c7.8xlarge'),
      // Below the reservation, as a drawn address could lie in the prefix of the other.
      addresses: [vSwitch.pool.cidr.base + 10 + at],
      prefixBases: [reserved.base + at * 16],
      ageDays: OLD,
    });
}
