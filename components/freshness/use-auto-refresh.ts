'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Scan } from '@/components/scan/use-scan';
import { useStoredText } from '@/components/ui/use-stored-text';
import { serverNow } from '@/lib/clock/server-clock';
import { type AutoInterval, type AutoPause, parseAuto, planAuto } from './auto';

const NAME = 'eni_atlas_auto_refresh';

function onVisibility(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}

function onNetwork(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

type Attempt = { generation: object | null; problem: string | null; since: number; failedAt: number | null };

/** When the rows were read and the last attempt failed, by the dashboard's clock. */
function useAttempt(scan: Scan): Attempt | null {
  const { generation, reading } = scan;
  const failure = scan.problem ?? scan.stop?.problem ?? null;
  // A problem with the network is a new object each time it is read.
  const problem = failure && `${failure.code} ${failure.requestId ?? ''}`;
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  useEffect(() => {
    setAttempt((now) => {
      if (now?.generation === generation && now.problem === problem) return now;
      // The first rows may be older than the page: the server already had them.
      const read = now === null && reading.asOf ? Date.parse(reading.asOf) : Number.NaN;
      const isSame = now !== null && now.generation === generation;
      const since = isSame ? now.since : Math.min(serverNow(), Number.isNaN(read) ? serverNow() : read);
      return { generation, problem, since, failedAt: problem === null ? null : serverNow() };
    });
  }, [generation, problem, reading.asOf]);
  return attempt;
}

export type AutoRefresh = {
  every: AutoInterval;
  pause: AutoPause | null;
  /** The browser keeps the choice. */
  onChange: (every: AutoInterval) => void;
};

/** Refreshes by itself at an interval, as long as the page is visible. The browser keeps the choice. */
export function useAutoRefresh(scan: Scan): AutoRefresh {
  const [text, setText] = useStoredText(NAME);
  const every = parseAuto(text);
  const isHidden = useSyncExternalStore(
    onVisibility,
    () => document.visibilityState === 'hidden',
    () => false,
  );
  const isOnline = useSyncExternalStore(
    onNetwork,
    () => navigator.onLine,
    () => true,
  );
  const attempt = useAttempt(scan);
  const retryAfter = (scan.problem ?? scan.stop?.problem)?.retryAfter;
  const failedAt = attempt?.failedAt ?? null;
  const { pause, dueAt } = planAuto({
    every,
    since: attempt?.since ?? Number.POSITIVE_INFINITY,
    isHidden,
    isOnline,
    isBusy: scan.isRefreshing || scan.activity !== 'none',
    failed:
      failedAt === null
        ? null
        : { at: failedAt, until: retryAfter === undefined ? null : failedAt + retryAfter * 1000 },
  });
  const { refresh } = scan;
  useEffect(() => {
    if (dueAt === null || dueAt === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(refresh, Math.max(0, dueAt - serverNow()));
    return () => clearTimeout(timer);
  }, [dueAt, refresh]);
  return { every, pause, onChange: (next) => setText(next === 0 ? null : String(next)) };
}
