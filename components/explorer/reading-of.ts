import type { EnisPage } from '@/lib/eni/page';
import { mergePages, type Reading } from '@/lib/search/merge';

const NONE: readonly EnisPage[] = [];
const known = new WeakMap<readonly EnisPage[], Reading>();

/** What the pages say together; joined once, however many parts of the explorer look at it. */
export function readingOf(pages: readonly EnisPage[] = NONE): Reading {
  const found = known.get(pages);
  if (found) return found;
  const reading = mergePages(pages);
  known.set(pages, reading);
  return reading;
}
