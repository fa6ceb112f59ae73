import type { Cell, VSwitch } from './model';
import { addVSwitch, type NetworkBuilder, roleOf } from './network';

export interface VSwitchPlan {
  vSwitch: VSwitch;
  /** How many ENIs it is to hold. */
  target: number;
}

/** 0.234 of the largest cell (64 %) makes 15 % of the estate. */
const LARGEST_SHARE = 0.234;
const ADDRESSES_PER_ENI = 4;
/** What a /16 holds with some addresses for each ENI. */
const MOST_IN_ONE = 15_000;
/** Large estates spread out: on average a vSwitch of theirs has no more ENIs than this. */
const MOST_ON_AVERAGE = 333;
/** Fewer vSwitches than these leave no room for special ones. */
const FEWEST_WITH_SPECIAL = 9;

/** How many vSwitches a cell has that is to hold so many ENIs, a `share` of the whole estate. */
export function countVSwitches(enis: number, share: number): number {
  const usual = 0.6 * Math.sqrt(enis / share) * share ** 0.6;
  return Math.max(9, Math.round(usual), Math.round(enis / MOST_ON_AVERAGE));
}

/** The vSwitches of a cell, a few special ones and then from large to small. */
export function planVSwitches(builder: NetworkBuilder, enis: number, count: number): VSwitchPlan[] {
  const plan = count < FEWEST_WITH_SPECIAL ? [] : specialVSwitches(builder, enis);
  const left = enis - plan.reduce((sum, item) => sum + item.target, 0);
  const ordinary = Math.max(1, count - plan.length);
  const largest = Math.min(LARGEST_SHARE, MOST_IN_ONE / Math.max(1, left));
  const weights = Array.from({ length: ordinary }, (_, index) => 1 / (index + 2) ** 0.8);
  const sum = weights.slice(1).reduce((total, weight) => total + weight, 0);
  let placed = 0;
  for (let index = 0; index < ordinary; index += 1) {
    const share = index === 0 ? largest : ((1 - largest) * (weights[index] ?? 0)) / sum;
    const target = index === ordinary - 1 ? left - placed : Math.min(left - placed, Math.round(left * share));
    const vSwitch = ordinaryVSwitch(builder, index, target);
    if (!vSwitch) continue;
    placed += target;
    plan.push({ vSwitch, target });
  }
  return plan;
}

/** A vSwitch of another account, which this one may put ENIs into. */
export function shareVSwitch(host: Cell, plan: VSwitchPlan[]): void {
  const vSwitch = host.vSwitches.find((candidate) => candidate.role === 'app' && candidate.pool.free > 200);
  const donor = plan.at(-1);
  if (!vSwitch || !donor) return;
  vSwitch.shared = true;
  const target = Math.min(donor.target, 12);
  donor.target -= target;
  plan.push({ vSwitch, target });
}

/** More room, for when all planned vSwitches are full. */
export function overflowVSwitch(builder: NetworkBuilder): VSwitch | null {
  const core = builder.vpcs[0];
  return core ? addVSwitch(builder, core, 18, 'app') : null;
}

function ordinaryVSwitch(builder: NetworkBuilder, index: number, target: number): VSwitch | null {
  const { vpcs, prng } = builder;
  const core = vpcs[0];
  if (!core) return null;
  const spread = index % 2 === 0 ? core : (vpcs[(index >> 1) % vpcs.length] ?? core);
  const wanted = Math.max(200, target * ADDRESSES_PER_ENI * (0.6 + prng.next()));
  const prefix = index === 0 ? 16 : Math.max(16, Math.min(24, 32 - Math.ceil(Math.log2(wanted))));
  const role = roleOf(index);
  return addVSwitch(builder, spread, prefix, role) ?? addVSwitch(builder, core, prefix, role);
}

/** Very small, nearly full and secondary-CIDR vSwitches; only where there are ENIs enough to fill them. */
function specialVSwitches(builder: NetworkBuilder, enis: number): VSwitchPlan[] {
  const [core, payment] = builder.vpcs;
  if (!core || !payment || enis < 190) return [];
  const specials: [VSwitch | null, number][] = [
    [addVSwitch(builder, payment, 29, 'app'), 3],
    [addVSwitch(builder, payment, 28, 'edge'), 5],
    [addVSwitch(builder, core, 27, 'app'), 27],
    [addVSwitch(builder, payment, 26, 'data'), 54],
    [addVSwitch(builder, payment, 24, 'app', true), 10],
    [addVSwitch(builder, core, 25, 'edge'), 0],
  ];
  return specials.flatMap(([vSwitch, target]) => (vSwitch ? [{ vSwitch, target }] : []));
}
