'use client';

import { useEffect, useMemo, useRef } from 'react';
import type { GroupCoverage } from '@/components/eni-table/group-coverage';
import { callsToEnd } from '@/components/scan/price';
import type { Scan } from '@/components/scan/use-scan';
import { readSoFar, toRead } from '@/components/status-line/wording';
import type { EnisCount } from '@/lib/eni/page';
import { unreadPlaces } from '@/lib/search/reading/coverage';
import type { Reading } from '@/lib/search/reading/merge';

/** What takes no more calls than this to read is read unasked: groups are for their totals. */
const UNASKED = 20;

type Options = {
  scan: Scan;
  reading: Reading;
  count: EnisCount | null;
  isGrouped: boolean;
  isCurrent: boolean;
};

/**
 * What the totals of groups rest on. Where it costs little to count groups whole, reading goes on to its end by itself,
 * once for each search, so that it stays cancelled where someone cancels it; else its price is known.
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
  // Rows that are being made anew are of fewer ENIs than have been read.
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
