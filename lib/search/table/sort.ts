import type { Eni } from '@/lib/eni/eni';
import { addressesOf, type EniAddress } from '@/lib/eni/eni-address';
import { parseBlock } from '@/lib/eni/ip';
import { mapSteps } from '@/lib/steps/map-steps';
import { runSteps } from '@/lib/steps/run-steps';
import { sortSteps } from '@/lib/steps/sort-steps';
import { type ColumnDefinition, columnDefinition, type TableColumn } from './columns';
import { naturalOrderSteps } from './natural-order';

export type Sort = { column: TableColumn; descending: boolean };

/** One address of an ENI as a row of its own. */
export type AddressRow = { eni: Eni; address: EniAddress };

type Value = string | number | null;

const IPV6_AFTER_IPV4 = 1n << 32n;

/** The sort key of a value. Null goes last: absent, and text that is no address or time. */
function placeOf(sortAs: ColumnDefinition['sortAs'], value: string | number): number | bigint | null {
  if (sortAs === 'time') {
    const time = Date.parse(String(value));
    return Number.isNaN(time) ? null : time;
  }
  if (sortAs !== 'address') return Number(value);
  const block = parseBlock(String(value));
  if (block === null) return null;
  return block.family === 4 ? Number(block.first) : block.first + IPV6_AFTER_IPV4;
}

/** The rank of each different value among those of a column, from 0; values that count as equal have the same. */
function* rankValues(
  sortAs: ColumnDefinition['sortAs'],
  values: readonly Value[],
): Generator<void, Map<Value, number>> {
  const different = [...new Set(values)].filter((value) => value !== null);
  yield;
  const ranks = new Map<Value, number>();
  if (sortAs === 'text') {
    const sorted = yield* naturalOrderSteps(different.map(String));
    yield* mapSteps(sorted, (text) => ranks.set(text, ranks.size));
    return ranks;
  }
  const read = yield* mapSteps(different, (value) => ({ value, place: placeOf(sortAs, value) }));
  const placed = read.flatMap(({ value, place }) => (place === null ? [] : { value, place }));
  const sorted = yield* sortSteps(placed, (a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
  let rank = -1;
  let before: number | bigint | null = null;
  yield* mapSteps(sorted, ({ value, place }) => {
    if (place !== before) rank++;
    before = place;
    ranks.set(value, rank);
  });
  return ranks;
}

/** Ranks of rows in the order of those; -1 for what goes last. */
type Ranks = { of: Int32Array; last: number };

function* ranksOf(sortAs: ColumnDefinition['sortAs'], values: readonly Value[]): Generator<void, Ranks> {
  const ranks = yield* rankValues(sortAs, values);
  const of = yield* mapSteps(values, (value) => ranks.get(value) ?? -1);
  return { of: Int32Array.from(of), last: ranks.size };
}

/** The order of rows as their indexes: rank and index in one number each, as numbers sort faster than anything else. */
function orderOf({ of, last }: Ranks, descending: boolean): Float64Array {
  const count = of.length;
  const packed = Float64Array.from(of, (rank, index) => {
    const place = rank < 0 ? last : descending ? last - 1 - rank : rank;
    return place * count + index;
  });
  return packed.sort().map((number) => number % count);
}

const byKey = new WeakMap<readonly Eni[], readonly Eni[]>();

/** The rows in the order that breaks ties: by id, so that every reader has the same one whatever came first. */
function* inKeyOrder(enis: readonly Eni[]): Generator<void, readonly Eni[]> {
  const known = byKey.get(enis);
  if (known) return known;
  const sorted = yield* sortSteps(enis, (a, b) => {
    if (a.id !== b.id) return a.id < b.id ? -1 : 1;
    if (a.account !== b.account) return a.account < b.account ? -1 : 1;
    return a.region < b.region ? -1 : 1;
  });
  byKey.set(enis, sorted);
  return sorted;
}

const ranked = new WeakMap<readonly object[], Map<TableColumn, Ranks>>();

function* sortRows<Row extends object>(
  rows: readonly Row[],
  { column, descending }: Sort,
  read: (row: Row) => Value,
): Generator<void, Row[]> {
  const known = ranked.get(rows) ?? new Map<TableColumn, Ranks>();
  ranked.set(rows, known);
  const ranks =
    known.get(column) ??
    (yield* ranksOf(columnDefinition(column).sortAs, yield* mapSteps(rows, (row) => read(row))));
  known.set(column, ranks);
  yield;
  return Array.from(orderOf(ranks, descending), (index) => rows[index] as Row);
}

/**
 * In steps, the rows in another order; a new array. Addresses sort as numbers, names as people count (`node-9` before
 * `node-10`); what has no place comes last in both directions; equal rows go by their id, so the order is always one.
 * What a column's values rank is kept with the list of rows, so turning the order round costs little.
 */
export function* sortEniSteps(enis: readonly Eni[], sort: Sort | null): Generator<void, readonly Eni[]> {
  if (sort === null) return enis;
  return yield* sortRows(yield* inKeyOrder(enis), sort, columnDefinition(sort.column).read);
}

/** {@link sortEniSteps} in one go. */
export function sortEnis(enis: readonly Eni[], sort: Sort | null): readonly Eni[] {
  return runSteps(sortEniSteps(enis, sort));
}

const spread = new WeakMap<readonly Eni[], AddressRow[]>();

function* addressRows(enis: readonly Eni[]): Generator<void, AddressRow[]> {
  const known =
    spread.get(enis) ??
    (yield* mapSteps(enis, (eni) =>
      addressesOf(eni).map((address): AddressRow => ({ eni, address })),
    )).flat();
  spread.set(enis, known);
  return known;
}

/** The value of a column for an address's row: the address and its own EIP, else the value of the ENI. */
export function readAddressRow(column: TableColumn, { eni, address }: AddressRow): Value {
  if (column === 'ip') return address.address;
  if (column === 'eip') return address.eip;
  return columnDefinition(column).read(eni);
}

/**
 * In steps, one row for each address, sorted as {@link sortEniSteps} does; unsorted, the addresses of an ENI stand
 * together.
 */
export function* sortAddressSteps(
  enis: readonly Eni[],
  sort: Sort | null,
): Generator<void, readonly AddressRow[]> {
  if (sort === null) return yield* addressRows(enis);
  const rows = yield* addressRows(yield* inKeyOrder(enis));
  return yield* sortRows(rows, sort, (row) => readAddressRow(sort.column, row));
}
