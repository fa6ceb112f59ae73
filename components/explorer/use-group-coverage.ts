'use client';

import { useEffect, useMemo, useRef } from 'react';
import type { GroupCoverage } from '@/components/eni-table/group-coverage';
import { callsToEnd } from '@/components/scan/price';
import type { Scan } from '@/components/scan/use-scan';
import { readSoFar, toRead } from '@/components/status-line/wording';
import type { EnisCount } from '@/lib/eni/page';
import { unreadPlaces } from '@/lib/search/reading/coverage';
import type { Reading } from '@/lib/search/reading/merge';

/** A search that needs at most this many calls is read unasked: people group rows for the totals. */
const UNASKED = 20;

type Options = {
  scan: Scan;
  reading: Reading;
  count: EnisCount | null;
  isGrouped: boolean;
  isCurrent: boolean;
};

/**
 * What the totals of groups rest on. If counting groups whole costs little, reading goes on to its end by itself, once
 * for each search, so that a cancelled reading stays cancelled; otherwise its price is known.
 */
export function useGroupCoverage({ scan, reading, count, isGrouped, isCurrent }: Options): GroupCoverage {
  const { key, activity, loadAll } = scan;
  const calls = callsToEnd(reading, count?.toRead ?? null);
  const begun = useRef<string | null>(null);
  useEffect(() => {
    const isCheap = calls !== null && calls <= UNASKED;
    if (!isGrouped || reading.complete || !isCheap || begun.current === key) return;
    begun.current = key;
    loadAll();
  });
  // Rows that are being rebuilt cover fewer ENIs than have been read.
  const unread = useMemo(
    () => unreadPlaces(isCurrent ? reading : { ...reading, complete: false }),
    [reading, isCurrent],
  );
  return {
    unread,
    isRead: reading.complete,
    isReading: activity !== 'none',
    loaded: readSoFar(reading),
    total: toRead({ reading, count }),
    calls,
    onReadAll: loadAll,
  };
}
