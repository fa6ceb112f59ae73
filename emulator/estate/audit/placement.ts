import { type Cidr, sizeOf } from '../addresses';
import type { VSwitch } from '../model';
import type { Prng } from '../prng';

const BLOCK = 16;

/** How full each sixteenth of the /16 is, low to high; the one that is null has prefixes only. */
const STRIPS = [
  0.98,
  0.96,
  0.95,
  0.93,
  0.9,
  0.86,
  0.8,
  0.72,
  0.66,
  0.55,
  0.5,
  0.33,
  0.15,
  0.02,
  null,
  0.3,
] as const;

/** Where there were once many pods, and nodes have gone with all their addresses. */
const DRAINED = 0.03;

/** Addresses that are free to be given one by one, low to high; none of the blocks in `except`. */
function candidates({ pool }: VSwitch, except: readonly Cidr[]): number[] {
  const { base, prefix } = pool.cidr;
  const found: number[] = [];
  for (let address = base + 1; address < base + sizeOf(prefix) - 3; address += 1) {
    if (except.every((block) => address < block.base || address >= block.base + sizeOf(block.prefix)))
      found.push(address);
  }
  return found;
}

/** So many addresses of the vSwitch, at random. */
export function scatter(prng: Prng, vSwitch: VSwitch, count: number, except: readonly Cidr[] = []): number[] {
  const all = candidates(vSwitch, except);
  prng.shuffle(all);
  return all.slice(0, count);
}

/** All addresses but `left` of them, each in another /28: many are free, and no block is. */
export function scatterAllBut(prng: Prng, vSwitch: VSwitch, left: number): number[] {
  const all = candidates(vSwitch, []);
  prng.shuffle(all);
  const open = new Map<number, number>();
  for (const address of all) {
    const block = Math.floor(address / BLOCK);
    if (open.size < left && !open.has(block)) open.set(block, address);
  }
  const free = new Set(open.values());
  return all.filter((address) => !free.has(address));
}

/** So many addresses at random, of which exactly `freeBlocks` whole /28 stay free: what random use comes to. */
export function fragment(prng: Prng, vSwitch: VSwitch, count: number, freeBlocks: number): number[] {
  const all = candidates(vSwitch, []);
  prng.shuffle(all);
  const { base, prefix } = vSwitch.pool.cidr;
  const inner = Array.from({ length: sizeOf(prefix) / BLOCK - 2 }, (_, at) => base / BLOCK + at + 1);
  prng.shuffle(inner);
  const untouched = new Set(inner.slice(0, freeBlocks));
  const first = new Map<number, number>();
  const others: number[] = [];
  for (const address of all) {
    const block = Math.floor(address / BLOCK);
    if (untouched.has(block)) continue;
    if (first.has(block)) others.push(address);
    else first.set(block, address);
  }
  return [...first.values(), ...others].slice(0, count);
}

/** The single addresses of the pods of a /16, in the order in which ENIs got them: neighbours in time, not in number. */
export function podAddresses(prng: Prng, vSwitch: VSwitch): number[] {
  const squares = STRIPS.flatMap((strip) =>
    Array.from({ length: 16 }, () => {
      if (strip === null || (strip < 0.95 && prng.chance(DRAINED))) return 0;
      return Math.min(1, Math.max(0, strip + (prng.next() - 0.5) * 0.16));
    }),
  );
  const { base } = vSwitch.pool.cidr;
  const used = candidates(vSwitch, []).filter((address) =>
    prng.chance(squares[Math.floor((address - base) / 256)] ?? 0),
  );
  // Each window is a period in which the cluster grew.
  const window = 1500;
  const order: number[] = [];
  for (let from = 0; from < used.length; from += window) {
    const part = used.slice(from, from + window);
    prng.shuffle(part);
    order.push(...part);
  }
  return order;
}

/** `count` of the /28 of a block, at random. */
export function blocksOf(prng: Prng, cidr: Cidr, count: number): number[] {
  const all = Array.from({ length: sizeOf(cidr.prefix) / BLOCK }, (_, at) => cidr.base + at * BLOCK);
  prng.shuffle(all);
  return all.slice(0, count);
}
