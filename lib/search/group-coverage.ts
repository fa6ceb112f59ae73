import type { Place } from '@/lib/eni/page';
import type { GroupBy } from './group-by';
import type { Reading } from './merge';

/** Caveats that say that a place may have ENIs which are not among the rows, though reading it has ended. */
const LEFT_OUT: readonly string[] = ['maybe_capped', 'token_repeated', 'too_many_pages', 'rows_without_id'];

/** Columns whose values lie in one region each. */
const OF_A_REGION: readonly string[] = ['vpc', 'vswitch', 'instance', 'zone', 'sg', 'region'];

/**
 * Where there may be ENIs that are not among the rows: places not read to their end, failed, or cut short. While
 * reading goes on and does not say where, that is everywhere in the scope.
 */
export function unreadPlaces(reading: Reading): readonly Place[] {
  const { complete, pending, failures, caveats, scope } = reading;
  const cut = caveats.flatMap(({ code, account, region }) =>
    LEFT_OUT.includes(code) && account !== undefined && region !== undefined ? { account, region } : [],
  );
  const known = [...(complete ? [] : pending), ...failures, ...cut];
  if (complete || pending.length > 0) return known;
  return scope.accounts.flatMap((account) => scope.regions.map((region) => ({ account, region })));
}

/** What a group is known by: its value, and the regions of its rows. */
export type CoveredGroup = { by: GroupBy; value: string | null; regions: ReadonlySet<string> };

/** Whether a place that was not read may hold more of a group, so that its totals are the least that it comes to. */
export function isInPart({ by, value, regions }: CoveredGroup, unread: readonly Place[]): boolean {
  if (value === null) return unread.length > 0;
  if (by === 'account') return unread.some(({ account }) => account === value);
  if (OF_A_REGION.includes(by)) return unread.some(({ region }) => regions.has(region));
  return unread.length > 0;
}
