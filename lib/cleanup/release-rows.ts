import type { Eni } from '@/lib/eni/eni';
import { addressesHeldBy, idleDaysAtMost, ownAddresses } from './holding';
import type { Ready } from './ready';

/** An ENI that can go, as a row of the table. */
export type ReleaseRow = {
  eni: Eni;
  isWanted: boolean;
  vSwitchName: string | null;
  own: number;
  prefixes: number;
  /** Its own addresses and 16 for each prefix. */
  frees: number;
  /** Days, at most; null where its creation is not known. */
  idle: number | null;
};

/** The columns that can be sorted by, each with what it sorts by; null sorts last either way. */
const PLACES = {
  name: ({ eni }: ReleaseRow) => eni.name ?? eni.id,
  vSwitch: ({ eni, vSwitchName }: ReleaseRow) => vSwitchName ?? eni.vSwitchId,
  own: ({ own }: ReleaseRow) => own,
  prefixes: ({ prefixes }: ReleaseRow) => prefixes,
  frees: ({ frees }: ReleaseRow) => frees,
  idle: ({ idle }: ReleaseRow) => idle,
};

export type ReleaseColumn = keyof typeof PLACES;

export type ReleaseSort = { column: ReleaseColumn; descending: boolean };

export const DEFAULT_SORT: ReleaseSort = { column: 'frees', descending: true };

const collator = new Intl.Collator('en', { numeric: true });

/** The ENIs that can go, as sorted rows; equal ones by their id. */
export function releaseRows(
  ready: readonly Ready[],
  nameOf: (vSwitchId: string | null) => string | null,
  now: number | null,
  { column, descending }: ReleaseSort,
): ReleaseRow[] {
  const rows = ready.map(
    ({ eni, isWanted }): ReleaseRow => ({
      eni,
      isWanted,
      vSwitchName: nameOf(eni.vSwitchId),
      own: ownAddresses(eni).length,
      prefixes: new Set(eni.ipv4Prefixes).size,
      frees: addressesHeldBy(eni),
      idle: idleDaysAtMost(eni, now),
    }),
  );
  const place = PLACES[column];
  const byId = (a: ReleaseRow, b: ReleaseRow) => (a.eni.id < b.eni.id ? -1 : 1);
  return rows.sort((a, b) => {
    const [x, y] = [place(a), place(b)];
    if (x === null || y === null) return x === y ? byId(a, b) : x === null ? 1 : -1;
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(`${x}`, `${y}`);
    return (descending ? -order : order) || byId(a, b);
  });
}
