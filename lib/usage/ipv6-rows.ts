import type { Eni } from '@/lib/eni/eni';
import { formatAddress } from '@/lib/eni/ip';
import { IPV6_BLOCK_STATES, type Ipv6Occupancy } from './ipv6';
import type { RunRow } from './run-rows';

/** Bits of an address within its /80. */
const REST = 48n;

/** A /80 by what tells it from the others of its /64, as on the map. */
const short = (block: number) => `:${block.toString(16)}::`;

/**
 * Every /80 of a vSwitch's /64, equal ones together, from its first to its last; `length` counts /80 blocks.
 * @param enis the list that the occupancy was measured with
 */
export function ipv6Rows({ first, states, owners }: Ipv6Occupancy, enis: readonly Eni[]): RunRow[] {
  const textOf = (value: bigint) => formatAddress({ family: 6, value });
  const rows: RunRow[] = [];
  for (let start = 0; start < states.length; ) {
    let end = start + 1;
    while (end < states.length && states[end] === states[start] && owners[end] === owners[start]) end++;
    const from = textOf(first + (BigInt(start) << REST));
    const to = textOf(first + (BigInt(end) << REST) - 1n);
    rows.push({
      key: String(start),
      // The /64 is the same in all of them: what differs has to be seen.
      said: end - start === 1 ? `${short(start)}/80` : `${short(start)} – ${short(end - 1)}`,
      from,
      to,
      first: start,
      length: end - start,
      blocks: 0,
      state: IPV6_BLOCK_STATES[states[start] as number] ?? 'free',
      eni: enis[owners[start] as number] ?? null,
      resource: null,
    });
    start = end;
  }
  return rows;
}
