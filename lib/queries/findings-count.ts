import { queryOptions, skipToken } from '@tanstack/react-query';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';

/** How many findings a scope has that no waiver covers, and in how many of its places. */
export type FindingsCount = { findings: number; places: number; ofPlaces: number };

/** The number of findings in the last view that ran the rules over a scope. No view runs them only for this count. */
export const findingsCountQuery = (scope: Pick<Search, 'accounts' | 'regions'>) =>
  queryOptions<FindingsCount>({
    queryKey: ['findings-count', toEniQueryString({ ...scope, terms: [] })],
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
  });
