'use client';

import { useCallback, useMemo, useState } from 'react';
import { STILL, WHOLE } from '@/components/scan/pace';
import { type Scan, useScan } from '@/components/scan/use-scan';
import { useSteps } from '@/components/scan/use-steps';
import { type Side, sideOfReading, unreadKeys } from '@/lib/compare/side';
import { type ExportSide, exportSideSteps } from '@/lib/compare/side-of-export';
import type { Reading } from '@/lib/search/reading/merge';
import { EMPTY_SEARCH, type FilterTerm } from '@/lib/search/search';
import type { SideChoice } from '@/lib/views/compare';
import type { Shelved } from './export-shelf';
import { useSavedExport } from './use-saved-export';

/** How much of a side is known. */
export type Cover =
  | 'whole'
  | 'reading'
  | 'stopped'
  | 'unread'
  | 'failed'
  | 'file'
  | 'filePart'
  | 'fileOther'
  | 'fileMissing';

/** One side as it stands now. */
export type CompareSide = {
  choice: SideChoice;
  /** The part to compare; null while there is nothing yet. */
  side: Side | null;
  cover: Cover;
  /** Places that could not be read. */
  unreadCount: number;
  /** ISO 8601; null while nothing has been read. */
  takenAt: string | null;
  scan: Scan;
  shelved: Shelved | null;
  /** For a file: what the filters mean for it. */
  filtered: ExportSide | null;
};

type Held = { key: string; reading: Reading };

/**
 * The reading, updated now and then: comparing all rows on each page that arrives would take longer than reading. Once
 * reading rests, it is the latest one.
 */
function useCalmReading({ key, reading, activity }: Scan): Reading {
  const [held, setHeld] = useState<Held>({ key, reading });
  const isDue =
    held.key !== key ||
    activity === 'none' ||
    reading.complete ||
    reading.enis.length >= 2 * held.reading.enis.length;
  if (isDue && (held.reading !== reading || held.key !== key)) setHeld({ key, reading });
  return held.key === key ? held.reading : reading;
}

function scanCover(scan: Scan, unread: readonly string[] | null): Cover {
  if (scan.problem) return 'failed';
  if (scan.activity !== 'none' && !scan.reading.complete) return 'reading';
  if (unread?.length === 0) return 'whole';
  return scan.reading.complete ? 'unread' : 'stopped';
}

function fileCover(shelved: Shelved | null, filtered: ExportSide | null): Cover {
  if (shelved?.state === 'missing' || shelved?.state === 'refused') return 'fileMissing';
  if (shelved?.state !== 'ready' || filtered === null) return 'reading';
  if (filtered.side.isWhole) return 'file';
  const { complete, failures } = shelved.saved.provenance;
  return complete && failures.length === 0 ? 'fileOther' : 'filePart';
}

/** Reads one side: all of a search, or a file through the filters of the page. */
export function useCompareSide(choice: SideChoice | null, terms: FilterTerm[]): CompareSide | null {
  const search = choice?.kind === 'search' ? choice.search : null;
  const scan = useScan(search ?? EMPTY_SEARCH, {
    asksFirst: search !== null,
    pace: search === null ? STILL : WHOLE,
  });
  const reading = useCalmReading(scan);
  const hasFailed = scan.problem !== null;
  const ofScan = useMemo(
    () => (reading.asOf === null && !hasFailed ? null : sideOfReading(reading)),
    [reading, hasFailed],
  );

  const shelved = useSavedExport(choice?.kind === 'file' ? choice.name : null);
  const saved = shelved?.state === 'ready' ? shelved.saved : null;
  const begin = useCallback(() => exportSideSteps(saved as NonNullable<typeof saved>, terms), [saved, terms]);
  const { value: filtered } = useSteps(saved === null ? null : begin);

  if (choice === null) return null;
  if (choice.kind === 'file') {
    const cover = fileCover(shelved, filtered);
    const takenAt = saved?.takenAt ?? null;
    return { choice, side: filtered?.side ?? null, cover, unreadCount: 0, takenAt, scan, shelved, filtered };
  }
  const unread = unreadKeys(scan.reading);
  return {
    choice,
    side: ofScan,
    cover: scanCover(scan, unread),
    unreadCount: unread?.length ?? 1,
    takenAt: scan.reading.asOf,
    scan,
    shelved: null,
    filtered: null,
  };
}
