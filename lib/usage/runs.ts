import type { DiscoveredAddress } from '@/lib/eni/told';
import { ADDRESS_STATES, type AddressState, type Occupancy } from './occupancy';

/** Addresses in a row of one state and one owner, be that an ENI or a resource that IPAM names; `first` is a uint32, `owner` as in {@link Occupancy}. */
export type Run = {
  first: number;
  length: number;
  state: AddressState;
  owner: number;
  /** What has them where that is no ENI. */
  resource: DiscoveredAddress | null;
};

/** The map of a vSwitch as rows of a table: runs that follow each other from its first address to its last. */
export function runsOf({ first, size, states, owners, discovered }: Occupancy): Run[] {
  const resourceAt = (at: number) => discovered.get(at) ?? null;
  const isSame = (a: number, b: number) =>
    states[a] === states[b] &&
    owners[a] === owners[b] &&
    resourceAt(a)?.resourceId === resourceAt(b)?.resourceId;
  const runs: Run[] = [];
  let start = 0;
  for (let at = 1; at <= size; at++) {
    if (at < size && isSame(at, start)) continue;
    runs.push({
      first: first + start,
      length: at - start,
      state: ADDRESS_STATES[states[start] as number] as AddressState,
      owner: owners[start] as number,
      resource: resourceAt(start),
    });
    start = at;
  }
  return runs;
}
