'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { type FindingsState, type FindingsView, parseFindings } from '@/lib/views/findings';

type Options = {
  /** Takes the place of the present entry of the history: for what Back should not undo by itself. */
  replace?: boolean;
};

const readUrl = () => parseFindings(new URLSearchParams(window.location.search));

function writeUrl(state: FindingsState, { replace = false }: Options = {}): void {
  const url = routes.findings(state);
  if (url === window.location.pathname + window.location.search) return;
  window.history[replace ? 'replaceState' : 'pushState'](null, '', url);
}

const writers = {
  setSearch: (change: (search: Search) => Search, options?: Options) => {
    const { search, view } = readUrl();
    writeUrl({ search: change(search), view }, options);
  },
  setView: (change: Partial<FindingsView>, options?: Options) => {
    const { search, view } = readUrl();
    writeUrl({ search, view: { ...view, ...change } }, options);
  },
  /** Writes the URL anew without what could not be applied. */
  dropIssues: () => writeUrl(readUrl(), { replace: true }),
};

export type FindingsWriters = typeof writers;

/** The URL of the findings page, which is its state, and the only writers of it. */
export function useFindingsState() {
  const text = useSearchParams().toString();
  const state = useMemo(() => parseFindings(new URLSearchParams(text)), [text]);
  return { ...state, ...writers };
}
