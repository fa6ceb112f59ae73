'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { countQuery, enisQuery, fetchPage } from '@/lib/queries/enis';
import { problemOf } from '@/lib/queries/problem-of';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { type Depth, readAnew } from './read-anew';

type Asked = { search: Search; depth: Depth; stopped: AbortController };

/** The progress of a scan that will replace the rows shown. */
export type Renewal = { rows: number; of: number; waitsUntil: number | null };

/** Resolves after this many seconds, rejects when the signal aborts. */
function waitFor(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/**
 * Reads a search again, past the server's cache, including the pages that follow. The rows stay until the new scan has
 * read as many, or all if all were there; then it replaces them, as rows of two times must not appear side by side.
 */
export function useRefresh(search: Search) {
  const client = useQueryClient();
  const key = toEniQueryString(search);
  const [renewal, setRenewal] = useState<Renewal | null>(null);
  const running = useRef<AbortController | null>(null);
  const refreshing = useMutation({
    scope: { id: 'refresh' },
    mutationFn: async ({ search: asked, depth, stopped: { signal } }: Asked) => {
      if (signal.aborted) return;
      const options = enisQuery(asked);
      await client.cancelQueries({ queryKey: options.queryKey, exact: true });
      const say = (change: Partial<Renewal>) => {
        if (!signal.aborted)
          setRenewal((now) => ({ ...(now ?? { rows: 0, of: depth.rows, waitsUntil: null }), ...change }));
      };
      setRenewal(null);
      try {
        const anew = await readAnew({
          depth,
          fetchPage: (param) => fetchPage(asked, param, signal),
          wait: (seconds) => {
            say({ waitsUntil: Date.now() + seconds * 1000 });
            return waitFor(seconds, signal);
          },
          onRows: (rows) => say({ rows, waitsUntil: null }),
        });
        signal.throwIfAborted();
        client.setQueryData(options.queryKey, anew);
        if (anew.pages.at(-1)?.cursor)
          void client.prefetchQuery({ ...countQuery(asked, true), staleTime: 0 });
      } catch (error) {
        // The reader cancelled it or moved to another search: nothing has failed.
        if (!signal.aborted) throw error;
      }
    },
    onSettled: () => setRenewal(null),
  });
  // The reader has moved to another search and no longer needs this result.
  // biome-ignore lint/correctness/useExhaustiveDependencies: ends with each search
  useEffect(() => () => running.current?.abort(), [key]);

  const { variables } = refreshing;
  const isMine = variables !== undefined && toEniQueryString(variables.search) === key;
  const isRefreshing = isMine && refreshing.isPending && !variables.stopped.signal.aborted;
  return {
    refresh: (depth: Depth) => {
      if (isRefreshing) return;
      running.current?.abort();
      running.current = new AbortController();
      refreshing.mutate({ search, depth, stopped: running.current });
    },
    /** The rows shown stay as they are. */
    cancelRefresh: () => {
      running.current?.abort();
      setRenewal(null);
    },
    isRefreshing,
    renewal: isRefreshing ? renewal : null,
    refreshProblem: isMine ? problemOf(refreshing.error) : null,
  };
}
