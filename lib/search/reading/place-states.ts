import type { Place } from '@/lib/eni/page';
import { placeKey } from '@/lib/eni/place';
import type { Problem } from '@/lib/eni/problem';
import type { Reading } from './merge';

/** How far one account and region has come: the matches of it that are here, and whether more may come. */
export type PlaceState = Place & {
  key: string;
  enis: number;
  is: 'reading' | 'complete' | 'failed';
  problem: Problem | null;
};

/**
 * Each account and region of a reading, in the order of its scope. A place of the scope that an account does not have
 * is in none of the answers and so not among them.
 */
export function placeStates(reading: Reading): PlaceState[] {
  const counts = new Map<string, number>();
  for (const eni of reading.enis) counts.set(placeKey(eni), (counts.get(placeKey(eni)) ?? 0) + 1);
  const pending = new Set(reading.pending.map(placeKey));
  const failed = new Map(reading.failures.map((failure) => [placeKey(failure), failure.problem]));
  return reading.scope.accounts.flatMap((account) =>
    reading.scope.regions.map((region): PlaceState => {
      const key = placeKey({ account, region });
      const problem = failed.get(key) ?? null;
      const is = problem ? 'failed' : pending.has(key) ? 'reading' : 'complete';
      return { account, region, key, enis: counts.get(key) ?? 0, is, problem };
    }),
  );
}

/** How a place is told among others; one that is not being read has more to load. */
export type PlaceWord = 'complete' | 'reading' | 'more' | 'failed';

const WORDS: readonly PlaceWord[] = ['complete', 'reading', 'more', 'failed'];

/** How many places are told by each word, those without one left out. */
export function tallyPlaces(
  places: readonly Pick<PlaceState, 'is'>[],
  isReading: boolean,
): { word: PlaceWord; count: number }[] {
  const words = places.map(({ is }): PlaceWord => (is === 'reading' && !isReading ? 'more' : is));
  const counted = WORDS.map((word) => ({ word, count: words.filter((each) => each === word).length }));
  return counted.filter(({ count }) => count > 0);
}

/**
 * The text for a place that replaces its number and state, if it has no ENI here or failed; null if it has one. Without
 * a filter it does not mention matches.
 */
export function placeWord(
  { is, enis }: Pick<PlaceState, 'is' | 'enis'>,
  hasFilters: boolean,
): 'failed' | 'noMatch' | 'noEnis' | 'notYet' | null {
  if (is === 'failed') return 'failed';
  if (enis > 0) return null;
  if (is === 'reading') return 'notYet';
  return hasFilters ? 'noMatch' : 'noEnis';
}
