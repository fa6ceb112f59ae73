import { leavesRowsOut } from '@/lib/eni/completeness';
import type { Place } from '@/lib/eni/page';
import type { Reading } from './merge';

/** How far a reading says that it went. */
export type Extent = Pick<Reading, 'complete' | 'pending' | 'failures' | 'caveats' | 'scope'>;

/**
 * The places that may have ENIs which are not among the rows: places not read to their end, failed, or cut short. While
 * reading goes on and does not name them, that is the whole scope.
 */
export function unreadPlaces(reading: Extent): readonly Place[] {
  const { complete, pending, failures, caveats, scope } = reading;
  const cut = caveats.filter(leavesRowsOut);
  const known = [...(complete ? [] : pending), ...failures, ...cut].flatMap(({ account, region }) =>
    account !== undefined && region !== undefined ? { account, region } : [],
  );
  const isSaidWhere = cut.every(({ account, region }) => account !== undefined && region !== undefined);
  if (isSaidWhere && (complete || pending.length > 0)) return known;
  return scope.accounts.flatMap((account) => scope.regions.map((region) => ({ account, region })));
}

/** Whether all that match are among the rows: reading has come to its end, and no place is missing. */
export function isWhole(reading: Extent): boolean {
  return reading.complete && unreadPlaces(reading).length === 0;
}

/** Whether all of a place is among the rows. */
export function isPlaceRead(reading: Extent, { account, region }: Place): boolean {
  return !unreadPlaces(reading).some((place) => place.account === account && place.region === region);
}
