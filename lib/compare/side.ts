import type { Eni } from '@/lib/eni/eni';
import { placeKey } from '@/lib/eni/place';
import { unreadPlaces } from '@/lib/search/reading/coverage';
import type { Reading } from '@/lib/search/reading/merge';
import type { CompareField } from './fields';

/** One of the two that are compared, as far as it is known. */
export type Side = {
  enis: readonly Eni[];
  /** It holds every ENI that is on this side: what it does not hold is not there. */
  isWhole: boolean;
  /** Regions that were read to the end: an ENI of these that it does not hold is not there, whatever else is unread. */
  readRegions: ReadonlySet<string>;
  /** The fields that it says; null for all of them. */
  fields: ReadonlySet<CompareField> | null;
};

type Read = Pick<Reading, 'enis' | 'complete' | 'scope' | 'pending' | 'failures' | 'caveats' | 'asOf'>;

/** The places that a reading has not read to the end, as `account/region`; null where nothing has been read. */
export function unreadKeys(reading: Read): string[] | null {
  return reading.asOf === null ? null : [...new Set(unreadPlaces(reading).map(placeKey))];
}

/** The side that a reading is. */
export function sideOfReading(reading: Read): Side {
  const unread = unreadKeys(reading);
  const { enis, scope } = reading;
  const regions = scope.regions.filter((region) =>
    scope.accounts.every((account) => unread?.includes(placeKey({ account, region })) === false),
  );
  return { enis, isWhole: unread?.length === 0, readRegions: new Set(regions), fields: null };
}

/** A side that cannot tell what is missing from it. */
export function withoutAbsence(side: Side): Side {
  return { ...side, isWhole: false, readRegions: new Set() };
}

/** Whether an ENI that a side does not hold is known not to be there. */
export function tellsAbsence({ isWhole, readRegions }: Side, { region }: Pick<Eni, 'region'>): boolean {
  return isWhole || readRegions.has(region);
}
