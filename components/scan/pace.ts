import type { Problem } from '@/lib/eni/problem';
import type { Reading } from '@/lib/search/reading/merge';

/** How far reading is to go, and how. */
export type Pace = {
  /** As the reader scrolls, to the end, or no further. */
  reach: 'scroll' | 'all' | 'stopped';
  /** How many rows the reader's scrolling needs. */
  until: number;
  /** In large pages, read side by side. */
  inBulk: boolean;
  /** The failure after which reading goes on. */
  past: unknown;
  /** How often reading resumed by itself after a failure since page number `pages`. */
  tried: { times: number; pages: number };
};

export const AT_FIRST: Pace = {
  reach: 'scroll',
  until: 0,
  inBulk: false,
  past: null,
  tried: { times: 0, pages: 0 },
};

/** For views that need every row: to the end, in large pages from the start. */
export const WHOLE: Pace = { ...AT_FIRST, reach: 'all', inBulk: true };

/** For an address or id: the likely answer first, then on to the end, as only that tells which places lack it. */
export const ANSWER: Pace = { ...AT_FIRST, reach: 'all' };

/** For views whose rows the reader has not asked for yet: known rows are shown, and no more are read. */
export const STILL: Pace = { ...AT_FIRST, reach: 'stopped' };

/** A second scan from the start pays if more rows than this remain: then it rereads few pages in comparison. */
const MUCH = 2500;

/** Whether bulk reading from the start ends sooner. With filters that run after reading, pages are parallel anyway. */
export function paysInBulk(reading: Reading, toRead: number | null): boolean {
  if (reading.filteredAfter.length > 0) return false;
  return toRead === null || toRead - reading.enis.length > MUCH;
}

/** Whether a scan that must read as much as another one ends sooner in large pages. */
export function anewInBulk({ enis, filteredAfter }: Reading, pace: Pace): boolean {
  return pace.inBulk || (filteredAfter.length === 0 && enis.length > MUCH);
}

/** After this many failures in a row, reading waits for the reader. */
export const MOST_TRIES = 5;

/** How often reading resumed by itself since the last page arrived. */
export function triesSince(pages: number, { tried }: Pace): number {
  return tried.pages === pages ? tried.times : 0;
}

/** Seconds after which reading resumes by itself; null if the reader must decide. */
export function waitsFor(problem: Problem | null, pages: number, pace: Pace): number | null {
  if (pace.reach !== 'all' || triesSince(pages, pace) >= MOST_TRIES) return null;
  return problem?.retryAfter ?? null;
}
