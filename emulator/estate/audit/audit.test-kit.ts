import { expect } from 'vitest';
import { sizeOf } from '../addresses';
import type { Cell, Eni, VSwitch } from '../model';
import { createAuditCells } from './audit';

export const NOW = Date.parse('2026-11-23T00:00:00Z');

/** The one cell of the account that is not empty. */
export function auditCell(seed: number): Cell {
  return createAuditCells({ seed, now: NOW })[0] ?? expect.unreachable();
}

/** The vSwitch whose name begins so. */
export function vSwitchOf(cell: Cell, name: string): VSwitch {
  return cell.vSwitches.find((vSwitch) => vSwitch.name.startsWith(name)) ?? expect.unreachable(name);
}

export function enisOf(cell: Cell, vSwitch: VSwitch): Eni[] {
  return cell.enis.filter((eni) => eni.vSwitch === vSwitch);
}

/** Every address that the ENIs of a vSwitch say they hold, once; prefixes count 16. */
export function usedOf(cell: Cell, vSwitch: VSwitch): Set<number> {
  const used = new Set<number>();
  for (const eni of enisOf(cell, vSwitch)) {
    for (const address of eni.addresses) used.add(address);
    for (const base of eni.ipv4Prefixes) for (let i = 0; i < 16; i += 1) used.add(base + i);
  }
  return used;
}

/** The bases of the whole /28 that nothing is in and nothing reserved. */
export function freeBlocksOf(cell: Cell, vSwitch: VSwitch): number[] {
  const used = usedOf(cell, vSwitch);
  const { base, prefix } = vSwitch.pool.cidr;
  const free: number[] = [];
  for (let block = base + 16; block + 32 <= base + sizeOf(prefix); block += 16)
    if (!Array.from({ length: 16 }, (_, i) => block + i).some((address) => used.has(address)))
      free.push(block);
  return free;
}
