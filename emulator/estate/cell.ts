import { addAckNode } from './ack';
import { addEni, type CellBuilder } from './builder';
import { addServer } from './instances';
import { addLandmarks, markOddRows } from './landmarks';
import { addOrphan, addTransitional } from './leftovers';
import type { Eni, Role, VSwitch } from './model';
import type { NetworkBuilder } from './network';
import { addManagedEnis } from './services';
import { overflowVSwitch, type VSwitchPlan } from './sizing';

const MIX = {
  ack: { server: 6, managed: 3, orphan: 7, transitional: 2, node: 40, trunk: 18, prefix: 2 },
  prefix: { server: 4, managed: 2, orphan: 8, transitional: 2, node: 4, trunk: 0, prefix: 40 },
  app: { server: 60, managed: 8, orphan: 12, transitional: 3, node: 0, trunk: 0, prefix: 0 },
  data: { server: 25, managed: 30, orphan: 8, transitional: 2, node: 0, trunk: 0, prefix: 0 },
  edge: { server: 15, managed: 35, orphan: 8, transitional: 2, node: 0, trunk: 0, prefix: 0 },
} as const satisfies Record<Role, Record<string, number>>;

/** Fills the vSwitches of a cell until it has `total` ENIs. */
export function addCellEnis(
  builder: CellBuilder,
  network: NetworkBuilder,
  plan: VSwitchPlan[],
  total: number,
): void {
  const { cell, prng } = builder;
  const largest = plan.find((item) => item.vSwitch.pool.usable > 1000)?.vSwitch ?? plan[0]?.vSwitch;
  if (largest && total >= 100) addLandmarks(builder, largest, total);
  for (const { vSwitch, target } of plan) fill(builder, vSwitch, Math.min(target, total - cell.enis.length));
  while (cell.enis.length < total) {
    const spare = plan
      .map((item) => item.vSwitch)
      .find((vSwitch) => vSwitch.pool.free > vSwitch.pool.usable * 0.5);
    const vSwitch = spare ?? overflowVSwitch(network);
    if (!vSwitch) throw new Error(`No room for ${total} ENIs in ${cell.account} ${cell.region}`);
    fill(builder, vSwitch, Math.min(total - cell.enis.length, Math.ceil(vSwitch.pool.free / 4)));
  }
  prng.shuffle(cell.enis);
  markOddRows(cell.enis, total >= 200 ? 2 : 0);
}

function fill(builder: CellBuilder, vSwitch: VSwitch, target: number): void {
  const { cell, prng } = builder;
  const end = cell.enis.length + target;
  const isTiny = vSwitch.pool.usable < 100;
  while (cell.enis.length < end) {
    const budget = end - cell.enis.length;
    const before = cell.enis.length;
    const kind = isTiny ? 'server' : prng.weighted(MIX[vSwitch.role]);
    addGroup(builder, vSwitch, budget, kind);
    if (cell.enis.length === before && !addLastResort(builder, vSwitch)) return;
  }
}

function addGroup(builder: CellBuilder, vSwitch: VSwitch, budget: number, kind: string): boolean {
  switch (kind) {
    case 'node':
      return addAckNode(builder, vSwitch, budget, 'secondary');
    case 'trunk':
      return addAckNode(builder, vSwitch, budget, 'trunk');
    case 'prefix':
      return addAckNode(builder, vSwitch, budget, 'prefix');
    case 'managed':
      return addManagedEnis(builder, vSwitch, budget);
    case 'orphan':
      return addOrphan(builder, vSwitch, budget);
    case 'transitional':
      return addTransitional(builder, vSwitch);
    default:
      return addServer(builder, vSwitch, budget);
  }
}

function addLastResort(builder: CellBuilder, vSwitch: VSwitch): Eni | null {
  return addEni(builder, vSwitch, { type: 'Secondary', status: 'Available' });
}
