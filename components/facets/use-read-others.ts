'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { countQuery, enisQuery, FIRST_BULK, FIRST_PAGE, nextPage } from '@/lib/queries/enis';
import { type FacetId, withoutFacet } from '@/lib/search/facets/facets';
import type { Search } from '@/lib/search/search';

/** A search of at most this many rows is read to its end; of a larger one, a page is read. */
const SMALL = 20_000;
const MOST_PAGES = 12;

/** Reads the rows that the filter of a facet itself excludes, so that its other values can be counted. */
export function useReadOthers(search: Search) {
  const client = useQueryClient();
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: async ({ asked, facet }: { asked: Search; facet: FacetId }) => {
      const wide = withoutFacet(asked, facet);
      const count = await client.fetchQuery(countQuery(wide)).catch(() => null);
      const isSmall = count?.toRead != null && count.toRead <= SMALL;
      await client.fetchInfiniteQuery({
        ...enisQuery(wide),
        initialPageParam: isSmall ? FIRST_BULK : FIRST_PAGE,
        getNextPageParam: (page, _pages, param) => nextPage(page, param, isSmall),
        pages: isSmall ? MOST_PAGES : 1,
      });
    },
  });
  return {
    read: (facet: FacetId) => mutate({ asked: search, facet }),
    /** Whether the rows for a facet's other values are being read. */
    isReading: (facet: FacetId) => isPending && variables?.facet === facet && variables.asked === search,
    hasFailed: (facet: FacetId) => error !== null && variables?.facet === facet && variables.asked === search,
  };
}
