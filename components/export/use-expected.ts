import { useQuery } from '@tanstack/react-query';
import { countQuery } from '@/lib/queries/enis';
import type { Reading } from '@/lib/search/reading/merge';
import type { Search } from '@/lib/search/search';

/** How many ENIs match, if they have been read or the API can count them; null otherwise. */
export function useExpected(search: Search, reading: Reading): number | null {
  const count = useQuery({ ...countQuery(search), enabled: !reading.complete });
  return reading.complete ? reading.enis.length : (count.data?.total ?? null);
}
