'use client';

import { useEffect, useMemo } from 'react';
import { readStoredText, useStoredText, writeStoredText } from '@/components/ui/use-stored-text';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { addRecent, formatRecent, parseRecent, type RecentSearch } from '@/lib/views/recent-searches';

const NAME = 'eni_atlas_recent_searches';

/** A search that the reader leaves sooner was a step on the way to another. In ms. */
const STAY = 1_500;

/** The current search, while it has not stayed long enough. */
let pending: ReturnType<typeof setTimeout> | undefined;

/** Remembers the searches that stay long enough. */
export function useRecording(search: Search): void {
  const query = toEniQueryString(search);
  useEffect(() => {
    pending = setTimeout(() => {
      const before = parseRecent(readStoredText(NAME));
      const after = addRecent(before, query, Date.now());
      if (after[0]?.query !== before[0]?.query) writeStoredText(NAME, formatRecent(after));
    }, STAY);
    return () => clearTimeout(pending);
  }, [query]);
}

export function useRecent(): RecentSearch[] {
  const [text] = useStoredText(NAME);
  return useMemo(() => parseRecent(text), [text]);
}

/** Forgets them, including the current search, which would otherwise reappear a moment later. */
export function clearRecent(): void {
  clearTimeout(pending);
  writeStoredText(NAME, null);
}
