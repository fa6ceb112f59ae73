import { type Eni, eniKey } from '@/lib/eni/eni';
import { addressesOf, type EniAddress } from '@/lib/eni/eni-address';
import { mapSteps } from '@/lib/steps/map-steps';
import type { Shape } from '../view';
import { type Folding, isOpen } from './folding';
import { type GroupBy, type Grouping, groupReader } from './group-by';
import { type GroupLabel, groupOrderSteps } from './group-order';
import { addTo, noTotals, sumOf, type Totals } from './group-totals';
import { type Sort, sortAddressSteps, sortEniSteps } from './sort';

/** The head of a group. `value` is what its rows share, null where they say nothing. */
export type GroupRow = {
  kind: 'group';
  key: string;
  by: GroupBy;
  value: string | null;
  /** Each once, though it has a row for each address. */
  enis: readonly Eni[];
  totals: Totals;
  /** The places of its ENIs. */
  regions: ReadonlySet<string>;
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

type Group = { members: EniRow[]; seen: Set<Eni>; totals: Totals; regions: Set<string> };

const newGroup = (): Group => ({ members: [], seen: new Set(), totals: noTotals(), regions: new Set() });

/**
 * Adds a row; an ENI that has one for each address counts once.
 * @returns whether its ENI is new here
 */
function addRow({ members, seen, totals, regions }: Group, row: EniRow): boolean {
  members.push(row);
  if (seen.has(row.eni)) return false;
  seen.add(row.eni);
  regions.add(row.eni.region);
  addTo(totals, row.eni);
  return true;
}

const standIns = new WeakMap<EniRow, Map<string, EniRow>>();

/** The same row once more, for a further group of its ENI. */
function standIn(row: EniRow, value: string): EniRow {
  const known = standIns.get(row) ?? new Map<string, EniRow>();
  standIns.set(row, known);
  const made = known.get(value) ?? { ...row, key: `${row.key} ${value}` };
  known.set(value, made);
  return made;
}

/** All groups together. An ENI counts once here, though it may stand `inSeveral` groups. */
export type GroupsSummary = { groups: number; totals: Totals; inSeveral: number };

/** The rows of the table; where they are grouped, what the groups come to. */
export type TableRows = { rows: readonly ExplorerRow[]; summary: GroupsSummary | null };

function* grouped(
  rows: readonly EniRow[],
  { by, order }: Grouping,
  folding: Folding,
  labelOf: GroupLabel,
): Generator<void, TableRows> {
  const groups = new Map<string | null, Group>();
  const valuesOf = groupReader(by);
  // Totals that count twice because their ENI is in a further group.
  const again = noTotals();
  let inSeveral = 0;
  yield* mapSteps(rows, (row) => {
    valuesOf(row.eni).forEach((value, at) => {
      const group = groups.get(value) ?? newGroup();
      groups.set(value, group);
      const isNew = addRow(group, at > 0 && value !== null ? standIn(row, value) : row);
      if (!isNew || at === 0) return;
      addTo(again, row.eni);
      if (at === 1) inSeveral++;
    });
  });
  const ordered = yield* groupOrderSteps(groups, order, labelOf);
  const parts = yield* mapSteps(ordered, ([value, { members, seen, totals, regions }]): ExplorerRow[] => {
    const key = `${by} ${value ?? ''}${value === null ? ' none' : ''}`;
    const isShown = isOpen(folding, key);
    const enis = [...seen];
    const head: GroupRow = { kind: 'group', key, by, value, enis, totals, regions, isOpen: isShown };
    return isShown ? [head, ...members] : [head];
  });
  const totals = sumOf(
    [...groups.values()].map((group) => group.totals),
    again,
  );
  return { rows: parts.flat(), summary: { groups: groups.size, totals, inSeveral } };
}

/** How rows are made of ENIs. */
export type RowsView = { shape: Shape; sort: Sort | null; group: Grouping | null };

/**
 * In steps, the rows of the explorer's table: an ENI each or an address each, sorted, and where asked in groups, each under a
 * head with its totals. Within a group the sort holds; what has no value is a group of its own.
 * @param labelOf how the value of a group reads, by which the groups stand
 */
export function* tableRowSteps(
  enis: readonly Eni[],
  { shape, sort, group }: RowsView,
  folding: Folding,
  labelOf: GroupLabel,
): Generator<void, TableRows> {
  const rows = yield* plainRows(enis, shape, sort);
  return group === null ? { rows, summary: null } : yield* grouped(rows, group, folding, labelOf);
}

/** The ENIs in table order, each once: K and J in the drawer step through them. */
export function enisInOrder(rows: readonly ExplorerRow[]): Eni[] {
  return [...new Set(rows.flatMap((row) => (row.kind === 'eni' ? row.eni : [])))];
}
