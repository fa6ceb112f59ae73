'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { ReadingActivity } from '@/components/status-line/wording';
import { enisQuery } from '@/lib/queries/enis';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { problemOf } from './problem-of';
import { readingOf } from './reading-of';
import { useRefresh } from './use-refresh';

/** Fewer matches than this do not fill a screen, so reading goes on by itself. */
const A_SCREEN = 60;

/** How far reading is to go: as the reader scrolls, to the end, or no further. */
type Pace = 'scroll' | 'all' | 'stopped';

/**
 * The scan of a search: what it has read and how it goes on. The first page of `firstKey` is read by the server and
 * put in place by the results, so the browser does not ask for it again.
 */
export function useScan(search: Search, firstKey: string) {
  const client = useQueryClient();
  const key = toEniQueryString(search);
  const options = enisQuery(search);
  const query = useInfiniteQuery({ ...options, enabled: key !== firstKey });
  const { hasNextPage, isFetching, isError, fetchNextPage, refetch } = query;
  const [pace, setPace] = useState<{ key: string; pace: Pace; until: number }>({
    key,
    pace: 'scroll',
    until: 0,
  });
  const mine = pace.key === key ? pace : { key, pace: 'scroll' as const, until: 0 };
  const reading = readingOf(query.data?.pages);
  const refreshing = useRefresh(search);
  const { isRefreshing, refreshProblem } = refreshing;
  const loaded = reading.enis.length;

  const isShort = loaded < Math.max(A_SCREEN, mine.until);
  const goesOn = hasNextPage && !isError && (mine.pace === 'all' || (mine.pace === 'scroll' && isShort));
  useEffect(() => {
    if (goesOn && !isFetching && !isRefreshing) void fetchNextPage({ cancelRefetch: false });
  }, [goesOn, isFetching, isRefreshing, fetchNextPage]);

  const onNearEnd = useCallback(
    () =>
      setPace((now) =>
        now.key === key && now.pace !== 'scroll' ? now : { key, pace: 'scroll', until: loaded + 1 },
      ),
    [key, loaded],
  );
  const cancel = () => {
    setPace({ key, pace: 'stopped', until: 0 });
    void client.cancelQueries({ queryKey: options.queryKey, exact: true });
  };
  const loadAll = () => {
    setPace({ key, pace: 'all', until: 0 });
    if (isError) void fetchNextPage();
  };
  const refresh = () => {
    if (query.data === undefined) void refetch();
    else refreshing.refresh();
  };
  const retry = () => {
    if (query.isFetchNextPageError) void fetchNextPage();
    else refresh();
  };

  const activity: ReadingActivity =
    isFetching && query.data === undefined
      ? 'first'
      : goesOn && (mine.pace === 'all' || loaded < A_SCREEN)
        ? // Where hardly a row matches, reading goes far by itself: it shows how far, and can be stopped.
          'all'
        : query.isFetchingNextPage
          ? 'next'
          : 'none';

  return {
    key,
    reading,
    activity,
    isRefreshing,
    /** Reading on failed; the rows so far stand. */
    stopProblem: query.data === undefined ? null : (problemOf(query.error) ?? refreshProblem),
    problem: query.data === undefined ? problemOf(query.error) : null,
    isStopped: mine.pace === 'stopped' && hasNextPage,
    onNearEnd,
    loadAll,
    cancel,
    retry,
    refresh,
  };
}

export type Scan = ReturnType<typeof useScan>;
