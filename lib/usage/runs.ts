import { ADDRESS_STATES, type AddressState, type Occupancy } from './occupancy';

/** Addresses in a row of one state and one owner; `first` is a uint32, `owner` as in {@link Occupancy}. */
export type Run = { first: number; length: number; state: AddressState; owner: number };

/** The map of a vSwitch as rows of a table: runs that follow each other from its first address to its last. */
export function runsOf({ first, size, states, owners }: Occupancy): Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (let at = 1; at <= size; at++) {
    if (at < size && states[at] === states[start] && owners[at] === owners[start]) continue;
    runs.push({
      first: first + start,
      length: at - start,
      state: ADDRESS_STATES[states[start] as number] as AddressState,
      owner: owners[start] as number,
    });
    start = at;
  }
  return runs;
}
