import type { Eni } from '@/lib/eni/eni';
import type { DiscoveredAddress } from '@/lib/eni/told';
import { BLOCK_SIZE } from './claims';
import { resourceText } from './discovered';
import { formatIpv4 } from './ipv4';
import type { AddressState, Occupancy } from './occupancy';
import { runsOf } from './runs';

type Named = Pick<Eni, 'id' | 'name'>;

/** Equal addresses in a row, as a row of a table, or equal /80 of a /64. `first` is a uint32, or the place of the /80. `blocks` is how many whole aligned /28 a free one has. */
export type RunRow<Holder extends Named = Eni> = {
  key: string;
  /** The range as people write it: `10.0.0.4 – .15`. */
  said: string;
  /** Its first and its last address, as text. */
  from: string;
  to: string;
  first: number;
  length: number;
  blocks: number;
  state: AddressState | 'addresses';
  eni: Holder | null;
  /** What has them where that is no ENI: what VPC IPAM says. */
  resource: DiscoveredAddress | null;
};

/** The columns of that table, each with what it sorts by; null sorts last either way. */
const PLACES = {
  range: (row: RunRow<Named>) => row.first,
  state: (row: RunRow<Named>) => row.state,
  addresses: (row: RunRow<Named>) => row.length,
  blocks: (row: RunRow<Named>) => row.blocks,
  holder: ({ eni, resource }: RunRow<Named>) =>
    eni ? (eni.name ?? eni.id) : resource && resourceText(resource),
};

export type RunColumn = keyof typeof PLACES;

export const RUN_COLUMNS = Object.keys(PLACES) as RunColumn[];

const collator = new Intl.Collator('en', { numeric: true });

/** A range of addresses as people write it; `first` is a uint32. */
export function rangeText(first: number, length: number): string {
  if (length === 1) return formatIpv4(first);
  const [from, to] = [formatIpv4(first).split('.'), formatIpv4(first + length - 1).split('.')];
  const same = from.findIndex((octet, at) => octet !== to[at]);
  return `${from.join('.')} – .${to.slice(same).join('.')}`;
}

function blocksIn(first: number, length: number): number {
  const begin = Math.ceil(first / BLOCK_SIZE);
  return Math.max(0, Math.floor((first + length) / BLOCK_SIZE) - begin);
}

/**
 * Every address of a vSwitch, equal ones together, from its first to its last.
 * @param enis the list that the occupancy was measured with
 */
export function runRows<Holder extends Named>(
  occupancy: Occupancy,
  enis: readonly Holder[],
): RunRow<Holder>[] {
  return runsOf(occupancy).map(({ first, length, state, owner, resource }) => ({
    key: String(first),
    said: rangeText(first, length),
    from: formatIpv4(first),
    to: formatIpv4(first + length - 1),
    first,
    length,
    blocks: state === 'free' ? blocksIn(first, length) : 0,
    state,
    eni: enis[owner] ?? null,
    resource,
  }));
}

/** Rows sorted by a column; equal ones by their first address. */
export function sortRuns<Holder extends Named>(
  rows: readonly RunRow<Holder>[],
  sort: { column: string; descending: boolean } | null,
): readonly RunRow<Holder>[] {
  const place = sort && PLACES[sort.column as RunColumn];
  if (!sort || !place) return rows;
  const way = sort.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [place(a), place(b)];
    if (x === null || y === null) return x === y ? a.first - b.first : x === null ? 1 : -1;
    const order =
      typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    return way * order || a.first - b.first;
  });
}
