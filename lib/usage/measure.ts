import { blocksInside, blocksOf, fragmentationScore, freeBlocks, largestFreeRun } from './blocks';
import { type MeasuredVSwitch, type Occupancy, RESERVED_COUNT } from './occupancy';
import type { DataProblem } from './problems';

/** The numbers of a vSwitch, in addresses unless it says blocks. `usable` = `used` + `dark` + `free`, dark known. */
export type Measures = {
  /** All addresses but the four that Alibaba Cloud keeps. */
  usable: number;
  /**
   * Addresses of ENIs and of their prefixes, each once. One on a reserved address counts too, so bad data can bring
   * it above `usable`.
   */
  used: number;
  /** The API's AvailableIpAddressCount; where that is unknown, what the ENIs seen leave of `usable`. */
  free: number;
  /** Whole aligned /28 blocks without an address in use, and how many an empty vSwitch of this size has. */
  freeBlocks: number;
  mostBlocks: number;
  /** Those of all these that lie in CIDR reservations: only there can an ENI be given a prefix. */
  inReservations: { all: number; free: number };
  largestFreeRun: { first: number; length: number } | null;
  /**
   * Addresses that something other than the ENIs seen has taken: SLB, RDS, another account. Null where the API's
   * count is unknown; negative where that count is behind, and then a problem says so.
   */
  dark: number | null;
  /** Those of them that VPC IPAM names; the others are a count. */
  named: number;
  /** The fragmentation score, 0 to 100; null where no block counts. */
  score: number | null;
  problems: DataProblem[];
};

/**
 * What people read of a vSwitch.
 * @param reservations its IPv4 CIDR reservations, addresses as uint32
 */
export function measure(
  vSwitch: Pick<MeasuredVSwitch, 'availableIpAddressCount'>,
  occupancy: Occupancy,
  reservations: readonly { first: number; length: number }[] = [],
): Measures {
  const { size, counts } = occupancy;
  const available = vSwitch.availableIpAddressCount;
  const blocks = blocksOf(occupancy);
  const usable = size - RESERVED_COUNT;
  const used = size - counts.free - counts.reserved - counts.discovered;
  const dark = available === null ? null : usable - used - available;
  return {
    usable,
    used,
    free: available ?? Math.max(0, usable - used - counts.discovered),
    freeBlocks: freeBlocks(blocks),
    inReservations: blocksInside(occupancy, blocks, reservations),
    // The first and the last block always hold reserved addresses.
    mostBlocks: Math.max(0, blocks.states.length - 2),
    largestFreeRun: largestFreeRun(occupancy),
    dark,
    named: counts.discovered,
    score: fragmentationScore(blocks),
    problems:
      dark !== null && dark < 0 ? [{ code: 'stale_counter', eniId: null, value: String(available) }] : [],
  };
}

/** Whether no whole /28 is free. Where a vSwitch is too small to ever have one, nothing is gone. */
export function lacksBlock({ mostBlocks, freeBlocks: free }: Measures): boolean {
  return mostBlocks > 0 && free === 0;
}
