'use client';

import { InfiniteQueryObserver, notifyManager, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { enisQuery } from '@/lib/queries/enis';
import { toEniQueryString } from '@/lib/search/params';
import type { KnownReading } from '@/lib/search/reading/narrow';
import type { Search } from '@/lib/search/search';
import { seedFromWider, widerReadings } from './wider-readings';

const NONE: readonly KnownReading[] = [];

function isSame(a: readonly KnownReading[], b: readonly KnownReading[]): boolean {
  return a.length === b.length && a.every(({ reading }, at) => reading === b[at]?.reading);
}

/** The readings of wider searches, as they change. */
export function useWiderReadings(search: Search): readonly KnownReading[] {
  const client = useQueryClient();
  const key = toEniQueryString(search);
  // Of this search alone: while React draws another one in the background both look, and must not see each other's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the search that it is of
  const last = useMemo(() => ({ current: NONE }), [key]);
  const subscribe = useCallback(
    (onChange: () => void) => client.getQueryCache().subscribe(notifyManager.batchCalls(onChange)),
    [client],
  );
  const snapshot = () => {
    const now = widerReadings(client, search);
    if (!isSame(now, last.current)) last.current = now;
    return last.current;
  };
  return useSyncExternalStore(subscribe, snapshot, () => NONE);
}

/**
 * Takes the rows of a search from a wider one that was read to its end, before any request for them, and keeps the
 * wider ones while this search is shown. Must precede the query of the search.
 */
export function useNarrowing(search: Search): void {
  const client = useQueryClient();
  const key = toEniQueryString(search);
  // While rendering: an effect would run after the query has asked the cloud. Running it twice changes nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `search`
  useMemo(() => seedFromWider(client, search), [client, key]);

  const wider = useWiderReadings(search);
  const held = wider.map((each) => toEniQueryString(each.search)).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `held` stands for `wider`
  useEffect(() => {
    const stops = wider.map((each) =>
      new InfiniteQueryObserver(client, { ...enisQuery(each.search), enabled: false }).subscribe(() => {}),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, held]);
}
