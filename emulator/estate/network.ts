import type { Account } from '../keys';
import { AddressPool, type Cidr, parseCidr, sizeOf } from './addresses';
import type { Role, Vpc, VSwitch } from './model';
import type { Prng } from './prng';
import type { Region } from './regions';

const DAY_MS = 86_400_000;
const HEX_PER_VPC = 0x100;

interface VpcPlan {
  name: string;
  cidr: string;
  secondary?: string;
  env: string;
  ipv6?: boolean;
  isDefault?: boolean;
}

/** payment and lab overlap each other and core, as estates that grew apart do. */
const VPC_PLANS: readonly VpcPlan[] = [
  { name: 'core-生产', cidr: '10.0.0.0/8', env: 'prod', ipv6: true },
  { name: 'payment', cidr: '10.10.0.0/16', secondary: '172.30.0.0/16', env: 'prod', ipv6: true },
  { name: '数据平台', cidr: '192.168.0.0/16', env: 'prod' },
  { name: 'lab', cidr: '10.10.0.0/16', env: 'lab' },
  { name: '', cidr: '172.16.0.0/12', env: 'test', isDefault: true },
];

const ROLES: readonly Role[] = ['ack', 'app', 'data', 'edge', 'prefix', 'ack', 'app'];
const ROLE_NAMES: Record<Role, string> = {
  ack: 'ack-pods',
  prefix: 'ack-prefix',
  app: '应用',
  data: '数据库',
  edge: '接入层',
};

export interface NetworkBuilder {
  prng: Prng;
  account: Account;
  region: Region;
  now: number;
  vpcs: Vpc[];
  /** Where the next vSwitch of a VPC may start, for each of its CIDR blocks. */
  cursors: Map<Cidr, number>;
}

export function createNetworkBuilder(
  prng: Prng,
  account: Account,
  region: Region,
  now: number,
): NetworkBuilder {
  return { prng, account, region, now, vpcs: [], cursors: new Map() };
}

/** The VPCs of a cell; more than the five planned ones where there are many vSwitches. */
export function addVpcs(builder: NetworkBuilder, vSwitchCount: number): void {
  const extra = Math.min(15, Math.floor(vSwitchCount / 60));
  const plans = [...VPC_PLANS];
  for (let i = 1; i <= extra; i += 1)
    plans.push({ name: `bu-${i}`, cidr: `10.${i * 16}.0.0/12`, env: 'prod' });
  for (const [index, plan] of plans.entries()) builder.vpcs.push(createVpc(builder, plan, index));
}

/** The `index`-th VPC of a cell, without vSwitches. */
export function createVpc(builder: NetworkBuilder, plan: VpcPlan, index: number): Vpc {
  const { prng, account, region, now } = builder;
  const block = (0x10 + index).toString(16);
  const site = (0x3000 + Number(account.ownerId.slice(0, 3)) * 8 + region.id.length).toString(16);
  return {
    id: `vpc-${region.prefix}${prng.text(17)}`,
    name: plan.name,
    cidr: parseCidr(plan.cidr),
    secondaryCidrs: plan.secondary ? [parseCidr(plan.secondary)] : [],
    ipv6: plan.ipv6 ? `2408:4005:${site}:${block}` : null,
    env: account.name === 'staging' && plan.env === 'prod' ? 'staging' : plan.env,
    ownerId: account.ownerId,
    isDefault: plan.isDefault ?? false,
    resourceGroupId: 'rg-acfmxazb4ph6aiy',
    tags: plan.isDefault ? [] : [{ key: 'env', value: plan.env }],
    createdAt: now - prng.int(1100, 1600) * DAY_MS,
    vSwitches: [],
  };
}

/** A vSwitch of the given size in the VPC, or in its secondary CIDR block; null where neither has room. */
export function addVSwitch(
  builder: NetworkBuilder,
  vpc: Vpc,
  prefix: number,
  role: Role,
  secondary = false,
): VSwitch | null {
  const cidr = secondary ? vpc.secondaryCidrs[0] : vpc.cidr;
  const base = cidr && allocate(builder.cursors, cidr, prefix);
  return base === null || base === undefined ? null : createVSwitch(builder, vpc, { base, prefix }, role);
}

/** A vSwitch with this CIDR block, in the VPC. */
export function createVSwitch(builder: NetworkBuilder, vpc: Vpc, cidr: Cidr, role: Role): VSwitch {
  const { prng, region } = builder;
  const index = vpc.vSwitches.length;
  const zoneId = region.zones[index % region.zones.length] ?? `${region.id}-a`;
  const vSwitch: VSwitch = {
    id: `vsw-${region.prefix}${prng.text(17)}`,
    name: prng.chance(0.1)
      ? ''
      : `${ROLE_NAMES[role]}-${zoneId.at(-1)}-${String(index + 1).padStart(2, '0')}`,
    vpc,
    zoneId,
    role,
    pool: new AddressPool(cidr),
    ipv6: vpc.ipv6 && index < HEX_PER_VPC ? `${vpc.ipv6}${index.toString(16).padStart(2, '0')}` : null,
    ipv6PrefixCount: 0,
    ownerId: vpc.ownerId,
    shared: false,
    isDefault: vpc.isDefault && index === 0,
    resourceGroupId: vpc.resourceGroupId,
    tags: prng.chance(0.5) ? [{ key: 'env', value: vpc.env }] : [],
    createdAt: vpc.createdAt + prng.int(0, 60) * DAY_MS,
    hiddenUse: role === 'edge' || role === 'data' ? prng.int(1, 12) : 0,
  };
  vpc.vSwitches.push(vSwitch);
  return vSwitch;
}

/** The role of the n-th vSwitch of a cell; the first and largest is for pods. */
export function roleOf(index: number): Role {
  return ROLES[index % ROLES.length] ?? 'app';
}

function allocate(cursors: Map<Cidr, number>, cidr: Cidr, prefix: number): number | null {
  const size = sizeOf(prefix);
  const start = Math.ceil((cursors.get(cidr) ?? cidr.base) / size) * size;
  if (prefix < cidr.prefix || start + size > cidr.base + sizeOf(cidr.prefix)) return null;
  cursors.set(cidr, start + size);
  return start;
}
