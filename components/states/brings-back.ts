import type { Reading } from '@/lib/search/reading/merge';
import type { FilterTerm } from '@/lib/search/search';
import { termKey } from '@/lib/search/search';

/** Whether the filter ran after reading, not at the API. */
export function ranAfter(term: FilterTerm, reading: Reading): boolean {
  return reading.filteredAfter.includes(termKey(term));
}

/**
 * At most how many ENIs would match without this filter; null if those were not read. Known only if this filter alone
 * excluded every row that was read.
 */
export function bringsBack(term: FilterTerm, reading: Reading): number | null {
  const fields = new Set(reading.filteredAfter);
  const isAlone = fields.size === 1 && fields.has(termKey(term));
  return isAlone && reading.enis.length === 0 ? reading.scanned : null;
}
