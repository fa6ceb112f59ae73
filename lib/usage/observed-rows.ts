import type { Eni } from '@/lib/eni/eni';
import { formatIpv4 } from './ipv4';
import type { ObservedSquare } from './observed';
import { ADDRESS_STATES } from './occupancy';
import { type RunRow, rangeText } from './run-rows';

/**
 * The addresses seen, equal ones in a row together; what lies between them is not known and is in no row.
 * @param enis the list that the squares were observed with
 */
export function observedRows(squares: readonly ObservedSquare[], enis: readonly Eni[]): RunRow[] {
  return squares.flatMap(({ first, states, owners }) => {
    const rows: RunRow[] = [];
    for (let start = 0; start < states.length; ) {
      let end = start + 1;
      while (end < states.length && states[end] === states[start] && owners[end] === owners[start]) end++;
      const owner = owners[start] as number;
      if (owner >= 0)
        rows.push({
          key: String(first + start),
          said: rangeText(first + start, end - start),
          from: formatIpv4(first + start),
          to: formatIpv4(first + end - 1),
          first: first + start,
          length: end - start,
          blocks: 0,
          state: ADDRESS_STATES[states[start] as number] ?? 'other',
          eni: enis[owner] ?? null,
          resource: null,
        });
      start = end;
    }
    return rows;
  });
}
