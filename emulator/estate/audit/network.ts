import { formatIpv4, parseCidr } from '../addresses';
import { addSecurityGroups, type CellBuilder, newId } from '../builder';
import type { Role, Vpc, VSwitch } from '../model';
import { createVpc, createVSwitch, type NetworkBuilder } from '../network';

interface VSwitchPlan {
  name: string;
  cidr: string;
  role?: Role;
  ipv6?: boolean;
  /** More free, or less, than the ENIs leave: what load balancers and databases hold; negative for a late counter. */
  hiddenUse?: number;
  /** How many addresses ordinary servers have, where nothing special lies in it. */
  servers?: number;
}

const CORE = {
  pods: { name: 'pods-主集群', cidr: '10.64.0.0/16', role: 'ack' },
  nearlyFull: { name: 'nearly-full-接近用尽', cidr: '10.65.0.0/24' },
  fragmented: { name: 'fragmented-碎片化', cidr: '10.65.16.0/20' },
  prefixes: { name: 'prefix-reserved-前缀预留', cidr: '10.65.32.0/20', role: 'prefix' },
  tinyFull: { name: 'tiny-full-已满', cidr: '10.65.48.0/28', servers: 12 },
  tinyEmpty: { name: 'tiny-empty-空闲', cidr: '10.65.48.16/29' },
  lab: { name: '实验-lab', cidr: '10.65.48.64/26', servers: 30 },
  empty: { name: 'empty-未使用', cidr: '10.65.52.0/22', ipv6: true },
  dark: { name: 'dark-负载均衡与数据库', cidr: '10.65.56.0/24', role: 'data', hiddenUse: 140, servers: 24 },
  lateCounter: { name: 'stale-counter-计数滞后', cidr: '10.65.57.0/24', hiddenUse: -23, servers: 80 },
  dualStack: { name: 'dual-stack-双栈', cidr: '10.65.60.0/22', ipv6: true },
  idle: { name: 'idle-闲置与卡住', cidr: '10.65.64.0/22' },
  badData: { name: 'bad-data-数据异常', cidr: '10.65.72.0/24' },
} as const satisfies Record<string, VSwitchPlan>;

/** Blocks of the same addresses in two VPCs that are to be peered. */
const OVERLAP: readonly VSwitchPlan[] = [
  { name: 'overlap-app', cidr: '10.80.1.0/24' },
  { name: '重叠-数据库', cidr: '10.80.8.0/22', role: 'data' },
];

const GAPS: readonly VSwitchPlan[] = [
  { name: 'gap-web-01', cidr: '172.20.0.0/24', servers: 120 },
  { name: 'gap-web-02', cidr: '172.20.2.0/24', servers: 35 },
  { name: '分段-批处理', cidr: '172.20.16.0/20', servers: 210 },
  { name: '分段-归档', cidr: '172.20.128.0/19' },
  { name: 'secondary-api', cidr: '10.96.4.0/22', servers: 400 },
  { name: 'secondary-大数据', cidr: '10.96.128.0/20', servers: 150 },
  { name: 'third-gateway', cidr: '192.168.240.0/24', servers: 60 },
  { name: 'third-网关备用', cidr: '192.168.242.128/25' },
];

export interface AuditNetwork {
  vpcs: Vpc[];
  core: Record<keyof typeof CORE, VSwitch>;
  overlap: [VSwitch, VSwitch][];
  /** How many addresses servers should have in each. */
  servers: Map<VSwitch, number>;
  /** Its ENIs are there, but DescribeVSwitches has no such row. */
  unlisted: VSwitch;
}

/** The account that shares a vSwitch with this one. */
const HOST_OWNER_ID = '1099518402776311';

/** The VPCs and vSwitches of the account, without ENIs. */
export function addAuditNetwork(network: NetworkBuilder, builder: CellBuilder): AuditNetwork {
  const vpcs = [
    createVpc(network, { name: 'audit-core', cidr: '10.64.0.0/12', env: 'prod', ipv6: true }, 0),
    createVpc(network, { name: 'audit-overlap-a', cidr: '10.80.0.0/16', env: 'prod' }, 1),
    createVpc(network, { name: 'audit-overlap-b-并购', cidr: '10.80.0.0/16', env: 'prod' }, 2),
    createVpc(network, { name: 'audit-gaps-分段', cidr: '172.20.0.0/16', env: 'prod' }, 3),
    createVpc(network, { name: '共享网络-hub', cidr: '10.112.0.0/16', env: 'prod' }, 4),
  ] as [Vpc, Vpc, Vpc, Vpc, Vpc];
  const [core, left, right, gaps, hub] = vpcs;
  gaps.secondaryCidrs = [parseCidr('10.96.0.0/16'), parseCidr('192.168.240.0/20')];
  hub.ownerId = HOST_OWNER_ID;
  for (const vpc of vpcs) addSecurityGroups(builder, vpc);
  const servers = new Map<VSwitch, number>();
  const add = (vpc: Vpc, plan: VSwitchPlan): VSwitch => {
    const vSwitch = createVSwitch(network, vpc, parseCidr(plan.cidr), plan.role ?? 'app');
    vSwitch.name = plan.name;
    vSwitch.hiddenUse = plan.hiddenUse ?? 0;
    if (!plan.ipv6) vSwitch.ipv6 = null;
    servers.set(vSwitch, plan.servers ?? 0);
    return vSwitch;
  };
  const named = Object.entries<VSwitchPlan>(CORE).map(([name, plan]) => [name, add(core, plan)]);
  const shared = add(hub, { name: 'shared-共享接入', cidr: '10.112.8.0/24', servers: 60 });
  shared.shared = true;
  for (const plan of GAPS) add(gaps, plan);
  const unlisted = add(core, { name: 'unlisted-未列出', cidr: '10.65.80.0/24' });
  core.vSwitches = core.vSwitches.filter((vSwitch) => vSwitch !== unlisted);
  return {
    vpcs,
    core: Object.fromEntries(named) as AuditNetwork['core'],
    overlap: OVERLAP.map((plan) => [add(left, plan), add(right, plan)]),
    servers,
    unlisted,
  };
}

/** Keeps a block of the vSwitch for prefixes. */
export function addReservation(builder: CellBuilder, vSwitch: VSwitch, name: string, cidr: string): void {
  builder.cell.reservations.push({
    id: newId(builder, 'vcr'),
    name,
    description: `reserved for the prefixes of ${formatIpv4(vSwitch.pool.cidr.base)}/${vSwitch.pool.cidr.prefix}`,
    vSwitch,
    cidr,
    ipVersion: cidr.includes(':') ? 'IPv6' : 'IPv4',
    status: 'Assigned',
    createdAt: vSwitch.createdAt + 86_400_000,
  });
}
