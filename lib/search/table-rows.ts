import { type Eni, eipsOf, eniKey } from '@/lib/eni/eni';
import { addressesOf, type EniAddress, privateAddressCount } from '@/lib/eni/eni-address';
import { mapSteps } from '@/lib/steps/map-steps';
import { columnDefinition } from './columns';
import type { GroupBy } from './group-by';
import { naturalOrderSteps } from './natural-order';
import { type Sort, sortAddressSteps, sortEniSteps } from './sort';
import type { Shape } from './view';

/** What the ENIs of a group come to. `addresses` are private IPv4 addresses, those in delegated prefixes not counted. */
export type GroupTotals = {
  enis: number;
  addresses: number;
  prefixes: number;
  eips: number;
  available: number;
};

/** The head of a group. `value` is what its rows share, null where they say nothing. */
export type GroupRow = {
  kind: 'group';
  key: string;
  by: GroupBy;
  value: string | null;
  totals: GroupTotals;
  isOpen: boolean;
};

/** An ENI as a row, or one address of it. */
export type EniRow = { kind: 'eni'; key: string; eni: Eni; address: EniAddress | null };

/** A row of the explorer's table. */
export type ExplorerRow = GroupRow | EniRow;

const rowOfEni = new WeakMap<Eni, EniRow>();
const rowsOfAddresses = new WeakMap<EniAddress, EniRow>();

function eniRow(eni: Eni): EniRow {
  const row = rowOfEni.get(eni) ?? { kind: 'eni', key: eniKey(eni), eni, address: null };
  rowOfEni.set(eni, row);
  return row;
}

function addressRow(eni: Eni, address: EniAddress): EniRow {
  const known = rowsOfAddresses.get(address);
  if (known) return known;
  // An ENI may hold an address twice in the API's answer; the place tells the two apart.
  const key = `${eniKey(eni)} ${addressesOf(eni).indexOf(address)}`;
  const row: EniRow = { kind: 'eni', key, eni, address };
  rowsOfAddresses.set(address, row);
  return row;
}

function* plainRows(enis: readonly Eni[], shape: Shape, sort: Sort | null): Generator<void, EniRow[]> {
  if (shape === 'eni') return yield* mapSteps(yield* sortEniSteps(enis, sort), eniRow);
  return yield* mapSteps(yield* sortAddressSteps(enis, sort), ({ eni, address }) => addressRow(eni, address));
}

type Group = { members: EniRow[]; seen: Set<Eni>; totals: GroupTotals };

const newGroup = (): Group => ({
  members: [],
  seen: new Set(),
  totals: { enis: 0, addresses: 0, prefixes: 0, eips: 0, available: 0 },
});

/** Adds a row; an ENI that has one for each address counts once. */
function addTo({ members, seen, totals }: Group, row: EniRow): void {
  members.push(row);
  const { eni } = row;
  if (seen.has(eni)) return;
  seen.add(eni);
  totals.enis++;
  totals.addresses += privateAddressCount(eni);
  totals.prefixes += eni.ipv4Prefixes.length + eni.ipv6Prefixes.length;
  totals.eips += eipsOf(eni).length;
  totals.available += Number(eni.status === 'Available');
}

/** What a row is grouped under; null where it says nothing. */
function groupValue(by: GroupBy, eni: Eni): string | null {
  if (by === 'managed') return eni.serviceManaged === null ? null : String(eni.serviceManaged);
  const value = columnDefinition(by).read(eni);
  return value === null ? null : String(value);
}

function* grouped(
  rows: readonly EniRow[],
  by: GroupBy,
  closed: ReadonlySet<string>,
): Generator<void, ExplorerRow[]> {
  const groups = new Map<string | null, Group>();
  yield* mapSteps(rows, (row) => {
    const value = groupValue(by, row.eni);
    const group = groups.get(value) ?? newGroup();
    groups.set(value, group);
    addTo(group, row);
  });
  const known = [...groups.keys()].filter((value) => value !== null);
  const values: (string | null)[] = yield* naturalOrderSteps(known);
  if (groups.has(null)) values.push(null);
  const parts = yield* mapSteps(values, (value): ExplorerRow[] => {
    const { members, totals } = groups.get(value) ?? newGroup();
    const key = `${by} ${value ?? ''}${value === null ? ' none' : ''}`;
    const isOpen = !closed.has(key);
    const head: GroupRow = { kind: 'group', key, by, value, totals, isOpen };
    return isOpen ? [head, ...members] : [head];
  });
  return parts.flat();
}

/** How rows are made of ENIs. */
export type RowsView = { shape: Shape; sort: Sort | null; group: GroupBy | null };

/**
 * In steps, the rows of the explorer's table: an ENI each or an address each, sorted, and where asked in groups, each under a
 * head with its totals. Groups stand in the order of their values, what has none last; within one the sort holds.
 * @param closed keys of the groups whose rows are hidden
 */
export function* tableRowSteps(
  enis: readonly Eni[],
  { shape, sort, group }: RowsView,
  closed: ReadonlySet<string>,
): Generator<void, ExplorerRow[]> {
  const rows = yield* plainRows(enis, shape, sort);
  return group === null ? rows : yield* grouped(rows, group, closed);
}
