import { type Merged, mergePages, type Reading, type ScanPage } from './merge';

const NONE: readonly ScanPage[] = [];
const known = new WeakMap<readonly ScanPage[], Reading>();
/** By the first page, which stays while others follow it. */
const latest = new WeakMap<ScanPage, Merged>();

/** What the pages say together; joined once, however many parts of the explorer look at it, and page by page. */
export function readingOf(pages: readonly ScanPage[] = NONE): Reading {
  const found = known.get(pages);
  if (found) return found;
  const [first] = pages;
  const reading = mergePages(pages, first && latest.get(first));
  known.set(pages, reading);
  if (first) latest.set(first, { pages, reading });
  return reading;
}
