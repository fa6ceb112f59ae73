import { keyIn } from '@/lib/eni/place';
import type { VSwitch } from '@/lib/eni/vswitch';
import { type Figures, figuresOf } from './figures';
import type { Measures } from './measure';
import { vSwitchKey } from './vswitches';

/** A vSwitch as a row of a table. */
export type VSwitchRow = {
  key: string;
  vSwitch: VSwitch;
  figures: Figures;
  /** What its ENIs tell, once all have been read. */
  measures: Measures | null;
};

/** The columns of that table, each with what it sorts by; null sorts last either way. */
const PLACES = {
  name: ({ vSwitch }: VSwitchRow) => vSwitch.name ?? vSwitch.id,
  cidr: ({ vSwitch }: VSwitchRow) => vSwitch.cidrBlock,
  share: ({ figures }: VSwitchRow) => figures.share,
  taken: ({ figures }: VSwitchRow) => figures.taken,
  free: ({ figures }: VSwitchRow) => figures.free,
  used: ({ figures }: VSwitchRow) => figures.used,
  blocks: ({ measures }: VSwitchRow) => measures?.freeBlocks ?? null,
  zone: ({ vSwitch }: VSwitchRow) => vSwitch.zoneId,
  id: ({ vSwitch }: VSwitchRow) => vSwitch.id,
};

export type VSwitchColumn = keyof typeof PLACES;

export const VSWITCH_COLUMNS = Object.keys(PLACES) as VSwitchColumn[];

/** The columns of the table as CSV; the API's own count, as it came, is next to the free addresses. */
export const VSWITCH_CSV: readonly { name: string; read: (row: VSwitchRow) => string | number | null }[] = [
  { name: 'account', read: ({ vSwitch }) => vSwitch.account },
  { name: 'region', read: ({ vSwitch }) => vSwitch.region },
  { name: 'vpcId', read: ({ vSwitch }) => vSwitch.vpcId },
  { name: 'id', read: ({ vSwitch }) => vSwitch.id },
  { name: 'name', read: ({ vSwitch }) => vSwitch.name },
  { name: 'cidrBlock', read: ({ vSwitch }) => vSwitch.cidrBlock },
  { name: 'usable', read: ({ figures }) => figures.usable },
  { name: 'taken', read: ({ figures }) => figures.taken },
  { name: 'free', read: ({ figures }) => figures.free },
  { name: 'usedByEnis', read: ({ figures }) => figures.used },
  { name: 'freeBlocks', read: ({ measures }) => measures?.freeBlocks ?? null },
  { name: 'availableIpAddressCount', read: ({ figures }) => figures.counter },
];

// Digits as numbers, so that 10.0.9.0 comes before 10.0.10.0.
const collator = new Intl.Collator('en', { numeric: true });

/**
 * vSwitches as rows, in their order.
 * @param measures by the key of each; null until every ENI has been read
 */
export function vSwitchRows(
  vSwitches: readonly VSwitch[],
  measures: ReadonlyMap<string, Measures> | null,
): VSwitchRow[] {
  return vSwitches.map((vSwitch) => {
    const own = measures?.get(vSwitchKey(vSwitch)) ?? null;
    return {
      key: keyIn(vSwitch, vSwitch.id),
      vSwitch,
      figures: own ?? figuresOf(vSwitch),
      measures: own,
    };
  });
}

/** Rows sorted by a column; those that do not have it last, equal ones by their id. */
export function sortVSwitches(
  rows: readonly VSwitchRow[],
  sort: { column: string; descending: boolean } | null,
): VSwitchRow[] {
  const place = sort && PLACES[sort.column as VSwitchColumn];
  if (!sort || !place) return [...rows];
  const way = sort.descending ? -1 : 1;
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return [...rows].sort((a, b) => {
    const [x, y] = [place(a), place(b)];
    if (x === null || y === null) return x === y ? (a.key < b.key ? -1 : 1) : x === null ? 1 : -1;
    return way * compare(x, y) || (a.key < b.key ? -1 : 1);
  });
}
