'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { ReadingActivity } from '@/components/status-line/wording';
import {
  countQuery,
  enisQuery,
  FIRST_BULK,
  isScreen,
  nextPage,
  type PageParam,
  SCREEN_LIMIT,
} from '@/lib/queries/enis';
import { problemOf } from '@/lib/queries/problem-of';
import { toEniQueryString } from '@/lib/search/params';
import { readingOf } from '@/lib/search/reading/reading-of';
import type { Search } from '@/lib/search/search';
import { AT_FIRST, anewInBulk, type Pace, paysInBulk, triesSince, waitsFor } from './pace';
import { useNarrowing } from './use-narrowing';
import { usePace } from './use-pace';
import { useRefresh } from './use-refresh';

type Doing = Record<'isFirst' | 'isWaiting' | 'goesFar' | 'isNext', boolean>;

function activityOf({ isFirst, isWaiting, goesFar, isNext }: Doing): ReadingActivity {
  if (isFirst) return 'first';
  if (isWaiting) return 'waiting';
  if (goesFar) return 'all';
  return isNext ? 'next' : 'none';
}

export type ScanStart = {
  /**
   * Whether this hook requests the first page: not if the server has read it, in which case the results insert it, nor
   * before the reader has asked for it. A boolean, as the key of a search is any string, the empty one too.
   */
  asksFirst: boolean;
  /** How it begins: as the reader scrolls, or {@link WHOLE}. */
  pace: Pace;
};

/** The scan of a search: what it has read and how to continue it. */
export function useScan(search: Search, { asksFirst, pace: first }: ScanStart) {
  const client = useQueryClient();
  const key = toEniQueryString(search);
  const [pace, setPace] = usePace(`${key}\n${first.reach}`, first);
  const options = enisQuery(search);
  useNarrowing(search);
  const query = useInfiniteQuery({
    ...options,
    ...(first.inBulk && { initialPageParam: FIRST_BULK }),
    getNextPageParam: (page, _pages, param) => nextPage(page, param, pace.inBulk),
    enabled: asksFirst,
  });
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = query;
  const reading = readingOf(data?.pages);
  const { refresh: readAnew, cancelRefresh, isRefreshing, renewal, refreshProblem } = useRefresh(search);
  const loaded = reading.enis.length;
  const problem = problemOf(error);

  const [begin] = (data?.pageParams ?? []) as PageParam[];
  const isScreenOnly = data?.pages.length === 1 && begin !== undefined && isScreen(begin);
  const isAsked =
    pace.reach === 'all' ||
    (pace.reach === 'scroll' && (isScreenOnly || loaded < Math.max(SCREEN_LIMIT, pace.until)));
  const goesOn = hasNextPage && isAsked && (error === null || pace.past === error);
  useEffect(() => {
    if (goesOn && !isFetching && !isRefreshing) void fetchNextPage({ cancelRefetch: false });
  }, [goesOn, isFetching, isRefreshing, fetchNextPage]);

  const pages = data?.pages.length ?? 0;
  const wait = hasNextPage && !goesOn ? waitsFor(problem, pages, pace) : null;
  useEffect(() => {
    if (wait === null) return;
    const goOn = () =>
      setPace((now) => ({ ...now, past: error, tried: { times: triesSince(pages, now) + 1, pages } }));
    const timer = setTimeout(goOn, wait * 1000);
    return () => clearTimeout(timer);
  }, [wait, error, pages, setPace]);

  const onNearEnd = useCallback(
    () => setPace((now) => (now.reach === 'scroll' ? { ...now, until: loaded + 1 } : now)),
    [setPace, loaded],
  );
  const cancel = () => {
    setPace({ reach: 'stopped' });
    void client.cancelQueries({ queryKey: options.queryKey, exact: true });
  };
  const loadAll = () => {
    const toRead = client.getQueryData(countQuery(search).queryKey)?.toRead ?? null;
    setPace({ ...AT_FIRST, reach: 'all', inBulk: paysInBulk(reading, toRead), past: error });
  };
  const refresh = () => {
    // A view that needed all rows when reading was stopped still needs them.
    if (pace.reach === 'stopped') setPace(first.reach === 'stopped' ? AT_FIRST : first);
    if (data === undefined) void refetch();
    else readAnew({ rows: loaded, whole: reading.complete, inBulk: anewInBulk(reading, pace) });
  };
  const retry = () => {
    if (data === undefined || error === null) refresh();
    else if (pace.reach === 'stopped') setPace({ ...AT_FIRST, until: loaded + 1, past: error });
    else setPace({ past: error, tried: AT_FIRST.tried });
  };

  const isByItself = wait !== null || (goesOn && error !== null && triesSince(pages, pace) > 0);
  const stopProblem = (goesOn && !isByItself ? null : problem) ?? refreshProblem;

  return {
    key,
    reading,
    activity: activityOf({
      isFirst: isFetching && data === undefined,
      isWaiting: wait !== null,
      // If hardly a row matches, reading goes far by itself: it shows its progress, and can be stopped.
      goesFar: goesOn && (pace.reach === 'all' || loaded < SCREEN_LIMIT),
      isNext: query.isFetchingNextPage,
    }),
    /** The same object until the rows are read again; null if there are none. */
    generation: data?.pages[0] ?? null,
    isRefreshing,
    /** The progress of a reread; null if there is none, or it has only begun. */
    renewal,
    cancelRefresh,
    /** Reading on failed; the rows so far stay. */
    stop: data === undefined || stopProblem === null ? null : { problem: stopProblem, isByItself },
    problem: data === undefined ? problem : null,
    /** Nothing has been read, nothing failed, and no reading runs: it was stopped, or not requested yet. */
    isAtRest: data === undefined && problem === null && !isFetching,
    onNearEnd,
    loadAll,
    cancel,
    retry,
    refresh,
  };
}

export type Scan = ReturnType<typeof useScan>;
