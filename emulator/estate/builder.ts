import type { Cell, Eip, Eni, Instance, Tag, Vpc, VSwitch } from './model';
import type { Prng } from './prng';

const DAY_MS = 86_400_000;
const NONE: readonly never[] = [];
/** The security groups of a VPC; one has no name. */
const GROUP_NAMES = ['web-公网入口', 'ack-nodes', '数据库-内网', 'default', '运维-bastion', ''] as const;

export interface CellBuilder {
  prng: Prng;
  cell: Cell;
  now: number;
  idPrefix: string;
  /** Shared by all cells: no two ENIs have one MAC address, or one EIP. */
  serials: { mac: number; eip: number };
  securityGroups: Map<string, string[]>;
  resourceGroups: { core: string; others: string[] };
}

export interface EniSpec {
  type: string;
  status?: string;
  name?: string;
  description?: string;
  tags?: readonly Tag[];
  instance?: Instance;
  memberOf?: { instance: Instance; trunkId: string };
  deviceIndex?: number;
  secondaries?: number;
  /** These addresses in place of drawn ones; the first is the primary one. */
  addresses?: readonly number[];
  prefixes?: number;
  /** These blocks in place of drawn ones. */
  prefixBases?: readonly number[];
  ipv6Prefixes?: number;
  ipv6?: boolean;
  /** Which address gets an EIP: 0 is the primary. */
  eipAt?: number;
  /** The name of that EIP. */
  eipName?: string;
  ageDays?: number;
  serviceId?: string;
  resourceGroupId?: string;
  securityGroupIds?: readonly string[];
  queueNumber?: number;
  highPerformance?: boolean;
  deleteOnRelease?: boolean;
}

/** Adds an ENI to the cell; null where its vSwitch has no address left. */
export function addEni(builder: CellBuilder, vSwitch: VSwitch, spec: EniSpec): Eni | null {
  const { prng, cell, now } = builder;
  const addresses = takeAddresses(prng, vSwitch, spec);
  if (addresses.length === 0) return null;
  const eni: Eni = {
    id: newId(builder, 'eni'),
    name: spec.name ?? '',
    description: spec.description ?? '',
    type: spec.type,
    status: spec.status ?? 'InUse',
    createdAt: now - Math.floor((spec.ageDays ?? ageDays(prng)) * DAY_MS) - prng.int(0, 86_399) * 1000,
    vSwitch,
    instance: spec.instance ?? null,
    memberOf: spec.memberOf ?? null,
    deviceIndex: spec.deviceIndex ?? null,
    mac: newMac(builder),
    addresses,
    eips: spec.eipAt !== undefined && spec.eipAt < addresses.length ? [namedEip(builder, spec)] : NONE,
    ipv6: spec.ipv6 && vSwitch.ipv6 ? [newIpv6(prng, vSwitch.ipv6)] : NONE,
    ipv4Prefixes: takePrefixes(vSwitch, spec),
    ipv6Prefixes: spec.ipv6Prefixes ? takeIpv6Prefixes(vSwitch, spec.ipv6Prefixes) : NONE,
    securityGroupIds: spec.securityGroupIds ?? pickSecurityGroups(builder, vSwitch),
    tags: spec.tags ?? NONE,
    resourceGroupId: spec.resourceGroupId ?? pickResourceGroup(builder),
    ownerId: cell.ownerId,
    serviceId: spec.serviceId ?? null,
    queueNumber: spec.queueNumber ?? null,
    trafficMode: spec.highPerformance ? 'HighPerformance' : 'Standard',
    deleteOnRelease: spec.deleteOnRelease ?? (spec.type === 'Primary' || prng.chance(0.5)),
    sourceDestCheck: prng.chance(0.05),
    variant: prng.int(0, 9999),
    odd: null,
  };
  cell.enis.push(eni);
  spec.instance?.enis.push(eni);
  return eni;
}

/** Adds an instance without ENIs. */
export function addInstance(builder: CellBuilder, vSwitch: VSwitch, name: string, type: string): Instance {
  const instance: Instance = {
    id: newId(builder, 'i'),
    name,
    type,
    status: builder.prng.chance(0.95) ? 'Running' : 'Stopped',
    vSwitch,
    securityGroupIds: pickSecurityGroups(builder, vSwitch),
    enis: [],
  };
  builder.cell.instances.push(instance);
  return instance;
}

export function newId(builder: CellBuilder, kind: string): string {
  return `${kind}-${builder.idPrefix}${builder.prng.text(17)}`;
}

/** How many secondary addresses an ENI may have so that the vSwitch has room for the `left` ENIs still to come. */
export function affordable(vSwitch: VSwitch, left: number, wanted: number): number {
  return Math.max(0, Math.min(wanted, Math.floor((1.4 * vSwitch.pool.free) / Math.max(1, left)) - 1));
}

/** Most are young, some are three years old. */
function ageDays(prng: Prng): number {
  return 1095 * prng.next() ** 2;
}

/** Multiplying by an odd number shuffles the 2^24 serials without a collision. */
function newMac({ serials }: CellBuilder): string {
  serials.mac += 1;
  const digits = (Math.imul(serials.mac, 0x9e3779b1) & 0xffffff).toString(16).padStart(6, '0');
  return `00:16:3e:${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4)}`;
}

const EIP_NETWORKS = ['47.96', '47.97', '121.40', '116.62', '39.105'] as const;
const EIPS_PER_NETWORK = 256 * 254;

/** An EIP that no other of the estate has. */
export function newEip(builder: CellBuilder, index: number): Eip {
  builder.serials.eip += 1;
  // 40503 has no factor in common with the number of addresses, so none comes twice.
  const serial = (builder.serials.eip * 40_503) % (EIP_NETWORKS.length * EIPS_PER_NETWORK);
  const network = EIP_NETWORKS[Math.floor(serial / EIPS_PER_NETWORK)];
  const host = serial % EIPS_PER_NETWORK;
  const address = `${network}.${Math.floor(host / 254)}.${(host % 254) + 1}`;
  return { index, address, allocationId: newId(builder, 'eip') };
}

function namedEip(builder: CellBuilder, { eipAt = 0, eipName }: EniSpec): Eip {
  const eip = newEip(builder, eipAt);
  return eipName === undefined ? eip : { ...eip, name: eipName };
}

function newIpv6(prng: Prng, network: string): string {
  const groups = [0xefff, 0xffff, 0xffff, 0xffff].map((top) => prng.int(0x1000, top).toString(16));
  return `${network}:${groups.join(':')}`;
}

function takeAddresses(prng: Prng, { pool }: VSwitch, { addresses, secondaries = 0 }: EniSpec): number[] {
  if (addresses) {
    for (const address of addresses) pool.occupy(address);
    return [...addresses];
  }
  const primary = pool.take(prng);
  if (primary === null) return [];
  const others = Array.from({ length: secondaries }, () => pool.take(prng));
  return [primary, ...others.filter((address) => address !== null)];
}

function takePrefixes(vSwitch: VSwitch, { prefixBases, prefixes = 0 }: EniSpec): readonly number[] {
  if (prefixBases) for (const base of prefixBases) vSwitch.pool.occupy(base, 16);
  if (prefixBases || prefixes === 0) return prefixBases ?? NONE;
  const taken: number[] = [];
  for (let i = 0; i < prefixes && vSwitch.pool.free > vSwitch.pool.usable * 0.2; i += 1) {
    const base = vSwitch.pool.takePrefix();
    if (base !== null) taken.push(base);
  }
  return taken;
}

function takeIpv6Prefixes(vSwitch: VSwitch, count: number): string[] {
  const taken: string[] = [];
  for (let i = 0; i < count && vSwitch.ipv6 && vSwitch.ipv6PrefixCount < 0xfff; i += 1) {
    // Single addresses have 1000-efff as their fifth group, prefixes f000-ffff: they never overlap.
    taken.push(`${vSwitch.ipv6}:${(0xf000 + vSwitch.ipv6PrefixCount).toString(16)}::/80`);
    vSwitch.ipv6PrefixCount += 1;
  }
  return taken;
}

/** Gives a VPC its security groups; those of an account in a VPC that is shared with it are its own. */
export function addSecurityGroups(builder: CellBuilder, vpc: Vpc): string[] {
  const { createdAt } = vpc;
  const groups = GROUP_NAMES.map((name) => ({ id: newId(builder, 'sg'), name, vpc, createdAt }));
  builder.cell.securityGroups.push(...groups);
  const ids = groups.map(({ id }) => id);
  builder.securityGroups.set(vpc.id, ids);
  return ids;
}

function pickSecurityGroups(builder: CellBuilder, vSwitch: VSwitch): string[] {
  const { prng, securityGroups } = builder;
  const groups = securityGroups.get(vSwitch.vpc.id) ?? addSecurityGroups(builder, vSwitch.vpc);
  const first = prng.pick(groups);
  const second = prng.pick(groups);
  return prng.chance(0.15) && first !== second ? [first, second] : [first];
}

function pickResourceGroup({ prng, cell, resourceGroups }: CellBuilder): string {
  const draw = prng.next();
  if (draw < 0.78) return resourceGroups.core;
  if (draw < 0.88) return cell.defaultResourceGroupId;
  return draw < 0.9 ? '' : prng.pick(resourceGroups.others);
}
