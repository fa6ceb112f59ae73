import { blocksInside, blocksOf, fragmentationScore, freeBlocks, largestFreeRun } from './blocks';
import { type KnownFigures, knownFigures } from './figures';
import type { MeasuredVSwitch, Occupancy } from './occupancy';
import type { DataProblem } from './problems';

/** The figures of a vSwitch and its blocks of 16: in addresses unless it says blocks. */
export type Measures = KnownFigures & {
  /** Whole aligned /28 blocks without an address in use, and how many an empty vSwitch of this size has. */
  freeBlocks: number;
  mostBlocks: number;
  /** Those of all these that lie in CIDR reservations: only there can an ENI be given a prefix. */
  inReservations: { all: number; free: number };
  largestFreeRun: { first: number; length: number } | null;
  /** Those of the dark addresses that VPC IPAM names; the others are a count. */
  named: number;
  /** The fragmentation score, 0 to 100; null where no block counts. */
  score: number | null;
  problems: DataProblem[];
};

/**
 * The figures of a vSwitch that people read.
 * @param reservations its IPv4 CIDR reservations, addresses as uint32
 */
export function measure(
  vSwitch: Pick<MeasuredVSwitch, 'availableIpAddressCount'>,
  occupancy: Occupancy,
  reservations: readonly { first: number; length: number }[] = [],
): Measures {
  const { size, counts } = occupancy;
  const blocks = blocksOf(occupancy);
  const used = size - counts.free - counts.reserved - counts.discovered;
  const figures = knownFigures(size, used, vSwitch.availableIpAddressCount, counts.discovered);
  return {
    ...figures,
    named: counts.discovered,
    freeBlocks: freeBlocks(blocks),
    inReservations: blocksInside(occupancy, blocks, reservations),
    // The first and the last block always hold reserved addresses.
    mostBlocks: Math.max(0, blocks.states.length - 2),
    largestFreeRun: largestFreeRun(occupancy),
    score: fragmentationScore(blocks),
    problems: figures.isBehind
      ? [{ code: 'stale_counter', eniId: null, value: String(figures.counter) }]
      : [],
  };
}

/** Whether no whole /28 is free. A vSwitch that is too small to ever have one lacks none. */
export function lacksBlock({ mostBlocks, freeBlocks: free }: Measures): boolean {
  return mostBlocks > 0 && free === 0;
}
