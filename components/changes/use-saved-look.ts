'use client';

import { useState } from 'react';
import type { SavedIssue } from '@/lib/changes/saved-issue';
import type { Search } from '@/lib/search/search';
import { runInSlices } from '@/lib/steps/run-in-slices';
import type { ComparedFile } from './use-changes';

/** Reads a file that people picked as the look to compare with. A faulty file changes nothing. */
export function useSavedLook(search: Search, onRead: (file: ComparedFile) => void) {
  const [state, setState] = useState<{
    isReading: boolean;
    refused: { name: string; issue: SavedIssue } | null;
  }>({
    isReading: false,
    refused: null,
  });
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    setState({ isReading: true, refused: null });
    const refuse = (issue: SavedIssue) => setState({ isReading: false, refused: { name: file.name, issue } });
    try {
      const { MOST_BYTES, savedLookSteps } = await import('@/lib/changes/saved-look');
      if (file.size > MOST_BYTES) return refuse({ code: 'too_large', allowed: `${MOST_BYTES / 2 ** 20} MB` });
      const text = await file.text();
      const saved = await runInSlices(
        savedLookSteps(text, search, new Date(file.lastModified).toISOString()),
      );
      if (saved === null) return;
      if ('code' in saved) return refuse(saved);
      // The compare page opens it by its name.
      void import('@/components/compare/file-store').then(({ keepFile }) => keepFile(file)).catch(() => {});
      setState({ isReading: false, refused: null });
      onRead({ ...saved, name: file.name });
    } catch {
      refuse({ code: 'unreadable' });
    }
  };
  return { ...state, read };
}
