import { leavesRowsOut } from '@/lib/eni/completeness';
import type { EnisCount, Explanation } from '@/lib/eni/page';
import { placeKey } from '@/lib/eni/place';
import type { Reading } from '@/lib/search/reading/merge';

/**
 * The current activity: `first` page, the `next` page as the reader scrolls, `all` of them, `waiting` to continue with
 * all of them, or nothing.
 */
export type ReadingActivity = 'none' | 'first' | 'next' | 'all' | 'waiting';

/** A sentence of the status line: its message under `status.`, and the numbers in it. */
export type Sentence =
  | { key: 'reading' }
  | { key: 'nothing' }
  | { key: 'complete'; values: { loaded: number } }
  | { key: 'notWhole'; values: { loaded: number } }
  | { key: 'completeOf'; values: { matched: number; scanned: number } }
  | { key: 'loadedOf'; values: { loaded: number; total: number } }
  | { key: 'readOf'; values: { loaded: number; total: number } }
  | { key: 'loadedMore'; values: { loaded: number } }
  | { key: 'loadedPart'; values: { loaded: number; failed: number; scopes: number } };

type Facts = { reading: Reading; count: EnisCount | null; activity: ReadingActivity };

/** Whether reading is on its way to the end. */
export function isLoadingAll(activity: ReadingActivity): boolean {
  return activity === 'all' || activity === 'waiting';
}

/** Rows read so far, whether they matched or not. */
export function readSoFar(reading: Reading): number {
  return reading.filteredAfter.length > 0 ? reading.scanned : reading.enis.length;
}

/** How many there are to read, if that is known and can still be true. */
export function toRead({ reading, count }: Pick<Facts, 'reading' | 'count'>): number | null {
  const total = count?.toRead ?? null;
  return total !== null && total >= readSoFar(reading) ? total : null;
}

function failedScopes(reading: Reading): number {
  return new Set(reading.failures.map(placeKey)).size;
}

/**
 * What the line may claim. "Complete" is said only when the scan has ended and left nothing out; a total only when the
 * API counted it.
 */
export function headline(facts: Facts): Sentence {
  const { reading, activity } = facts;
  const loaded = readSoFar(reading);
  if (reading.asOf === null) return { key: activity === 'none' ? 'nothing' : 'reading' };
  if (activity === 'first' && loaded === 0) return { key: 'reading' };
  const failed = failedScopes(reading);
  if (reading.complete && failed > 0) {
    const scopes = Math.max(failed, reading.scope.accounts.length * reading.scope.regions.length);
    return { key: 'loadedPart', values: { loaded, failed, scopes } };
  }
  if (reading.complete && reading.caveats.some(leavesRowsOut)) return { key: 'notWhole', values: { loaded } };
  if (reading.complete && reading.filteredAfter.length > 0)
    return { key: 'completeOf', values: { matched: reading.enis.length, scanned: reading.scanned } };
  if (reading.complete) return { key: 'complete', values: { loaded } };
  const total = toRead(facts);
  if (total === null) return { key: 'loadedMore', values: { loaded } };
  return { key: isLoadingAll(activity) ? 'readOf' : 'loadedOf', values: { loaded, total } };
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

/** How many rows had been read at a moment, in ms. */
export type Sample = { at: number; read: number };

/** How long a sample counts, in ms: pages arrive in bursts, and the cloud's pace changes. */
const RECENT = 20_000;

/** The recent samples and one more, the latest last. */
export function addSample(samples: readonly Sample[], sample: Sample): Sample[] {
  return [...samples.filter(({ at }) => at >= sample.at - RECENT), sample];
}

/** Two digits: more would change every second and tell the reader nothing. */
function roughly(figure: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(figure)) - 1);
  return Math.round(figure / step) * step;
}

type Speed = {
  /** Rows a second. */
  rate: number;
  /** Null where it is not known how many there are. */
  left: { unit: 'seconds' | 'minutes'; count: number } | null;
};

/** From this many seconds on, the time left is given in minutes. */
const IN_MINUTES = 100;

/** How fast reading went recently, and how long the rest takes at that pace; null while nothing has arrived. */
export function speedOf(samples: readonly Sample[], total: number | null): Speed | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.read <= first.read) return null;
  const perSecond = ((last.read - first.read) * 1000) / (last.at - first.at);
  const rate = Math.max(1, roughly(perSecond));
  if (total === null) return { rate, left: null };
  const seconds = Math.ceil(Math.max(0, total - last.read) / perSecond);
  return {
    rate,
    left:
      seconds < IN_MINUTES
        ? { unit: 'seconds', count: seconds }
        : { unit: 'minutes', count: Math.ceil(seconds / 60) },
  };
}

/** The cost of a way to read, in the displayed numbers: seconds with one decimal below 10. */
export function costOf({ parts, calls, seconds }: Pick<Explanation, 'parts' | 'calls' | 'seconds'>) {
  return { parts, calls, seconds: seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds) };
}
