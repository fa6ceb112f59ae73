import { PAGE_LIMIT } from '@/lib/queries/enis';
import type { Reading } from '@/lib/search/reading/merge';
import { paysInBulk } from './pace';

/** About how many calls it takes to read a search to its end; null if its size is unknown. */
export function callsToEnd(reading: Reading, toRead: number | null): number | null {
  if (toRead === null) return null;
  const read = reading.filteredAfter.length > 0 ? reading.scanned : reading.enis.length;
  const left = paysInBulk(reading, toRead) ? toRead : Math.max(0, toRead - read);
  // The last page of each place is not full.
  return Math.max(reading.pending.length, Math.ceil(left / PAGE_LIMIT));
}
