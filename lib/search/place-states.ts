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
