import { type Merged, mergePages, type Reading, type ScanPage } from './merge';

const NONE: readonly ScanPage[] = [];
const known = new WeakMap<readonly ScanPage[], Reading>();
/** Keyed by the first page, which stays while others follow it. */
const latest = new WeakMap<ScanPage, Merged>();

/** The pages joined into one reading; joined once, however many parts of the explorer look at it, and page by page. */
export function readingOf(pages: readonly ScanPage[] = NONE): Reading {
  const found = known.get(pages);
  if (found) return found;
  const [first] = pages;
  const reading = mergePages(pages, first && latest.get(first));
  known.set(pages, reading);
  if (first) latest.set(first, { pages, reading });
  return reading;
}

/** Keeps what pages say where that is known beforehand, so that 100,000 rows need not be joined for it. */
export function keepReading(pages: readonly ScanPage[], reading: Reading): void {
  known.set(pages, reading);
}
