'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { VSwitch } from '@/lib/eni/vswitch';
import { enisQuery } from '@/lib/queries/enis';
import { problemOf } from '@/lib/queries/problem-of';
import { readingOf } from '@/lib/search/reading-of';
import type { Search } from '@/lib/search/search';

/** The search for all that is in a vSwitch. */
export function searchOf({ account, region, id }: VSwitch): Search {
  return {
    accounts: [account],
    regions: [region],
    terms: [{ key: 'vswitch', negated: false, values: [id] }],
  };
}

/** All ENIs of a vSwitch: reading goes on by itself to the end. `problem` is what it stopped at. */
export function useVSwitchEnis(vSwitch: VSwitch) {
  const query = useInfiniteQuery(enisQuery(searchOf(vSwitch)));
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && error === null) void fetchNextPage({ cancelRefetch: false });
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  const reading = readingOf(data?.pages);
  const retry = () => void (data === undefined ? refetch() : fetchNextPage());
  return { reading, problem: problemOf(error), retry };
}
