import type { EnisCount } from '@/lib/eni/page';
import type { Reading } from '@/lib/search/merge';

/** What is going on: `first` page, the `next` page as the reader scrolls, `all` of them, or nothing. */
export type ReadingActivity = 'none' | 'first' | 'next' | 'all';

/** A sentence of the status line: its message under `status.`, and the numbers in it. */
export type Sentence =
  | { key: 'reading' }
  | { key: 'complete'; values: { loaded: number } }
  | { key: 'completeOf'; values: { matched: number; scanned: number } }
  | { key: 'loadedOf'; values: { loaded: number; total: number } }
  | { key: 'readOf'; values: { loaded: number; total: number } }
  | { key: 'loadedMore'; values: { loaded: number } }
  | { key: 'loadedPart'; values: { loaded: number; failed: number; scopes: number } };

type Facts = { reading: Reading; count: EnisCount | null; activity: ReadingActivity };

/** Rows read so far, whether they matched or not. */
function readSoFar(reading: Reading): number {
  return reading.filteredAfter.length > 0 ? reading.scanned : reading.enis.length;
}

/** How many there are to read, where that is known and can still be true. */
function toRead({ reading, count }: Pick<Facts, 'reading' | 'count'>): number | null {
  const total = count?.toRead ?? null;
  return total !== null && total >= readSoFar(reading) ? total : null;
}

function failedScopes(reading: Reading): number {
  return new Set(reading.failures.map(({ account, region }) => `${account}/${region}`)).size;
}

/**
 * What the line may claim. "Complete" is said only when the scan has ended and nothing failed; a total only when the
 * API counted it.
 */
export function headline(facts: Facts): Sentence {
  const { reading, activity } = facts;
  const loaded = readSoFar(reading);
  if (reading.asOf === null || (activity === 'first' && loaded === 0)) return { key: 'reading' };
  const failed = failedScopes(reading);
  if (reading.complete && failed > 0) {
    const scopes = Math.max(failed, reading.scope.accounts.length * reading.scope.regions.length);
    return { key: 'loadedPart', values: { loaded, failed, scopes } };
  }
  if (reading.complete && reading.filteredAfter.length > 0)
    return { key: 'completeOf', values: { matched: reading.enis.length, scanned: reading.scanned } };
  if (reading.complete) return { key: 'complete', values: { loaded } };
  const total = toRead(facts);
  if (total === null) return { key: 'loadedMore', values: { loaded } };
  return { key: activity === 'all' ? 'readOf' : 'loadedOf', values: { loaded, total } };
}

/** The filters that ran after reading; null when the API applied all, or the headline has said it. */
export function afterReading(reading: Reading): { filters: number; matched: number; scanned: number } | null {
  const filters = new Set(reading.filteredAfter).size;
  if (filters === 0 || reading.asOf === null) return null;
  return { filters, matched: reading.enis.length, scanned: reading.scanned };
}

/** How far the meter stands, 0 to 1; null when there is nothing to measure. */
export function progress(facts: Facts): number | null {
  const total = toRead(facts);
  if (facts.reading.complete || total === null || total === 0) return null;
  return readSoFar(facts.reading) / total;
}
