'use client';

import { useMemo } from 'react';
import { readStoredText, useStoredText, writeStoredText } from '@/components/ui/use-stored-text';
import {
  formatSavedViews,
  NO_VIEWS,
  parseSavedViews,
  type SavedViews,
  type SavedViewsIssue,
} from '@/lib/views/saved-views';

const NAME = 'eni_atlas_views';

/** The saved views, or the unreadable text that is stored instead. */
type Kept = { saved: SavedViews; unread: { text: string; issue: SavedViewsIssue } | null };

function readKept(text: string | null): Kept {
  if (text === null) return { saved: NO_VIEWS, unread: null };
  const parsed = parseSavedViews(text);
  return 'issue' in parsed
    ? { saved: NO_VIEWS, unread: { text, issue: parsed.issue } }
    : { saved: parsed, unread: null };
}

/**
 * Changes the stored views as they are now: another tab may have changed them since the last render. Unreadable text is
 * never overwritten.
 * @returns the result of `make`, and whether the browser keeps it; null if nothing was changed
 */
export function changeViews<Made extends { saved: SavedViews }>(
  make: (saved: SavedViews) => Made | null,
): (Made & { isKept: boolean }) | null {
  const { saved, unread } = readKept(readStoredText(NAME));
  const made = unread === null ? make(saved) : null;
  return made && { ...made, isKept: writeStoredText(NAME, formatSavedViews(made.saved)) };
}

/** Replaces unreadable views with an empty list. */
export function forgetUnread(): void {
  writeStoredText(NAME, null);
}

/** The views that this browser keeps, in every tab; none on the server and until hydrated. */
export function useKeptViews(): Kept {
  const [text] = useStoredText(NAME);
  return useMemo(() => readKept(text), [text]);
}
