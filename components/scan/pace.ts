import type { Problem } from '@/lib/eni/problem';
import type { Reading } from '@/lib/search/reading/merge';

/** How far reading is to go, and how. */
export type Pace = {
  /** As the reader scrolls, to the end, or no further. */
  reach: 'scroll' | 'all' | 'stopped';
  /** Rows that the reader has scrolled to the need of. */
  until: number;
  /** In large pages, read side by side. */
  inBulk: boolean;
  /** The failure that reading goes on after. */
  past: unknown;
  /** How often it went on by itself after a failure, without a page since the `pages`-th. */
  tried: { times: number; pages: number };
};

export const AT_FIRST: Pace = {
  reach: 'scroll',
  until: 0,
  inBulk: false,
  past: null,
  tried: { times: 0, pages: 0 },
};

/** Of who needs every row: to the end, in large pages from the start. */
export const WHOLE: Pace = { ...AT_FIRST, reach: 'all', inBulk: true };

/** Of who asks for a thing by its address or id: the likely answer first, then on to the end, as only that tells who has not. */
export const ANSWER: Pace = { ...AT_FIRST, reach: 'all' };

/** Of who has asked for nothing yet: what is known already is shown, and no more is read. */
export const STILL: Pace = { ...AT_FIRST, reach: 'stopped' };

/** A second scan from the start pays where more than this is left: the pages that it reads again are few then. */
const MUCH = 2500;

/** Whether all is read sooner in bulk, from the start. Filters that run after reading are read side by side anyway. */
export function paysInBulk(reading: Reading, toRead: number | null): boolean {
  if (reading.filteredAfter.length > 0) return false;
  return toRead === null || toRead - reading.enis.length > MUCH;
}

/** Whether a scan that is to read as much as another one has is sooner done in large pages. */
export function anewInBulk({ enis, filteredAfter }: Reading, pace: Pace): boolean {
  return pace.inBulk || (filteredAfter.length === 0 && enis.length > MUCH);
}

/** After so many failures in a row reading waits for the reader. */
export const MOST_TRIES = 5;

/** Tries by itself since the last page came. */
export function triesSince(pages: number, { tried }: Pace): number {
  return tried.pages === pages ? tried.times : 0;
}

/** Seconds after which reading goes on by itself; null where it is for the reader to say. */
export function waitsFor(problem: Problem | null, pages: number, pace: Pace): number | null {
  if (pace.reach !== 'all' || triesSince(pages, pace) >= MOST_TRIES) return null;
  return problem?.retryAfter ?? null;
}
