'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { countQuery, enisQuery, FIRST_PAGE } from '@/lib/queries/enis';
import { problemOf } from '@/lib/queries/problem-of';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';

/**
 * Reads a search anew, past what the server has kept, as do the pages that follow. The rows stay until the first page of the new scan is here; then it takes their place, as rows
 * of two times must not stand side by side.
 */
export function useRefresh(search: Search) {
  const client = useQueryClient();
  const key = toEniQueryString(search);
  const refreshing = useMutation({
    scope: { id: 'refresh' },
    mutationFn: async (asked: Search) => {
      const options = enisQuery(asked);
      await client.cancelQueries({ queryKey: options.queryKey, exact: true });
      const anew = await client.fetchInfiniteQuery({
        ...options,
        queryKey: [...options.queryKey, 'anew'] as unknown as typeof options.queryKey,
        initialPageParam: { ...FIRST_PAGE, isFresh: true },
        staleTime: 0,
        gcTime: 0,
      });
      client.setQueryData(options.queryKey, anew);
      if (anew.pages[0]?.cursor) void client.prefetchQuery({ ...countQuery(asked, true), staleTime: 0 });
    },
  });
  const isMine = refreshing.variables !== undefined && toEniQueryString(refreshing.variables) === key;
  return {
    refresh: () => {
      if (!refreshing.isPending || !isMine) refreshing.mutate(search);
    },
    isRefreshing: isMine && refreshing.isPending,
    refreshProblem: isMine ? problemOf(refreshing.error) : null,
  };
}
