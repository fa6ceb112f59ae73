'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { routes } from '@/lib/queries/routes';
import type { SearchIssue } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { type ExplorerState, parseExplorer, type View } from '@/lib/search/view';

type Options = {
  /** Takes the place of the present entry of the history: for what Back should not undo by itself. */
  replace?: boolean;
};

/** The URL as it stands now, which may be ahead of the last render. */
const readUrl = () => parseExplorer(new URLSearchParams(window.location.search));

function writeUrl(state: ExplorerState, { replace = false }: Options = {}): void {
  const url = routes.explorer(state);
  if (url === window.location.pathname + window.location.search) return;
  window.history[replace ? 'replaceState' : 'pushState'](null, '', url);
}

const writers = {
  setSearch: (change: (search: Search) => Search, options?: Options) => {
    const { search, view } = readUrl();
    writeUrl({ search: change(search), view }, options);
  },
  setView: (change: Partial<View>, options?: Options) => {
    const { search, view } = readUrl();
    writeUrl({ search, view: { ...view, ...change } }, options);
  },
  /** Writes the URL anew without what could not be applied. */
  dropIssues: () => writeUrl(readUrl(), { replace: true }),
};

export type ExplorerWriters = typeof writers;

/**
 * The explorer's URL, which is its state, and the only writers of it. The history is written directly: a filter needs
 * no page from the server.
 */
export function useExplorerState(): ExplorerState & { issues: SearchIssue[] } & ExplorerWriters {
  const text = useSearchParams().toString();
  const state = useMemo(() => parseExplorer(new URLSearchParams(text)), [text]);
  return { ...state, ...writers };
}
