import { BLOCK_SIZE } from './claims';
import { type Occupancy, STATE } from './occupancy';

/**
 * What an aligned /28 of a vSwitch can be; it is stored as its index here. `full`: 16 addresses in use, no prefix.
 * `delegated`: a prefix holds it whole. `reserved`: the first or last of the vSwitch, which no prefix can have, as
 * some of its addresses are Alibaba Cloud's own.
 */
export const BLOCK_STATES = ['free', 'fragmented', 'full', 'delegated', 'reserved'] as const;

export type BlockState = (typeof BLOCK_STATES)[number];

/** The aligned /28 blocks of a vSwitch in order; a /29 has none. */
export type Blocks = {
  /** For each block, the index of its {@link BLOCK_STATES}. */
  states: Uint8Array;
  /** For each block, how many addresses ENIs hold, 0 to 16. */
  used: Uint8Array;
};

function blockState(used: number, isDelegated: boolean, isAtEnd: boolean): BlockState {
  if (isDelegated) return 'delegated';
  if (isAtEnd) return 'reserved';
  if (used === 0) return 'free';
  return used === BLOCK_SIZE ? 'full' : 'fragmented';
}

/** The aligned /28 blocks of a vSwitch. */
export function blocksOf(occupancy: Occupancy): Blocks {
  const count = occupancy.delegated.length;
  const states = new Uint8Array(count);
  const used = new Uint8Array(count);
  for (let block = 0; block < count; block++) {
    let held = 0;
    for (let at = block * BLOCK_SIZE; at < (block + 1) * BLOCK_SIZE; at++) {
      const state = occupancy.states[at];
      if (state !== STATE.free && state !== STATE.reserved) held++;
    }
    used[block] = held;
    const isAtEnd = block === 0 || block === count - 1;
    states[block] = BLOCK_STATES.indexOf(blockState(held, occupancy.delegated[block] === 1, isAtEnd));
  }
  return { states, used };
}

function countBlocks(blocks: Blocks, wanted: BlockState): number {
  const index = BLOCK_STATES.indexOf(wanted);
  return blocks.states.reduce((count, state) => (state === index ? count + 1 : count), 0);
}

/** How many whole aligned /28 blocks are free. Not prefix capacity: a prefix must lie in a reserved CIDR block. */
export function freeBlocks(blocks: Blocks): number {
  return countBlocks(blocks, 'free');
}

/** Aligned /28 blocks in some ranges, and how many of them are free. Ranges are CIDRs, their addresses uint32. */
export function blocksInside(
  { first }: Occupancy,
  { states }: Blocks,
  ranges: readonly { first: number; length: number }[],
): { all: number; free: number } {
  const free = BLOCK_STATES.indexOf('free');
  const inside = new Set<number>();
  for (const range of ranges) {
    const from = Math.ceil((range.first - first) / BLOCK_SIZE);
    const until = Math.floor((range.first + range.length - first) / BLOCK_SIZE);
    for (let block = Math.max(0, from); block < Math.min(states.length, until); block++) inside.add(block);
  }
  return { all: inside.size, free: [...inside].filter((block) => states[block] === free).length };
}

/**
 * The share of blocks that no prefix can have as addresses are in use there, 0 to 100, rounded up; null where no
 * block counts. Delegated and reserved blocks do not. The formula of awslabs/aws-support-tools#257, so that figures
 * compare.
 */
export function fragmentationScore(blocks: Blocks): number | null {
  const broken = countBlocks(blocks, 'fragmented') + countBlocks(blocks, 'full');
  const all = broken + freeBlocks(blocks);
  return all === 0 ? null : Math.ceil((100 * broken) / all);
}

export type ScoreBand = 'healthy' | 'low' | 'medium' | 'high' | 'critical';

/** The band of a fragmentation score, as in awslabs/aws-support-tools#257. Only 100 is critical. */
export function scoreBand(score: number): ScoreBand {
  if (score >= 100) return 'critical';
  if (score >= 75) return 'high';
  if (score >= 50) return 'medium';
  return score >= 25 ? 'low' : 'healthy';
}

/** The longest row of free addresses, the first one where several are as long; null where none is free. */
export function largestFreeRun({ first, size, states }: Occupancy): { first: number; length: number } | null {
  let best = { first, length: 0 };
  let length = 0;
  for (let at = 0; at < size; at++) {
    length = states[at] === STATE.free ? length + 1 : 0;
    if (length > best.length) best = { first: first + at - length + 1, length };
  }
  return best.length === 0 ? null : best;
}

/** The first place from `start` on that passes, going around once; null where none does. */
function nextPlace(count: number, start: number, passes: (place: number) => boolean): number | null {
  const from = start > 0 && start < count ? start : 0;
  for (let step = 0; step < count; step++) {
    const place = (from + step) % count;
    if (passes(place)) return place;
  }
  return null;
}

/** The next free address at or after `from`, going on at the start of the vSwitch; null where none is free. */
export function nextFree({ first, size, states }: Occupancy, from: number): number | null {
  const place = nextPlace(size, from - first, (at) => states[at] === STATE.free);
  return place === null ? null : first + place;
}

/** The first address of the next free /28 that begins at or after `from`, going on at the start of the vSwitch. */
export function nextFreeBlock(occupancy: Occupancy, from: number): number | null {
  const { states } = blocksOf(occupancy);
  const free = BLOCK_STATES.indexOf('free');
  const start = Math.ceil((from - occupancy.first) / BLOCK_SIZE);
  const block = nextPlace(states.length, start, (at) => states[at] === free);
  return block === null ? null : occupancy.first + block * BLOCK_SIZE;
}
