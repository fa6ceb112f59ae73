'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import {
  atLevel,
  DEFAULT_USAGE_VIEW,
  levelOf,
  parseUsage,
  type UsageLevel,
  type UsageState,
  type UsageView,
} from '@/lib/views/usage';

type Options = {
  /** Takes the place of the present entry of the history: for what Back should not undo by itself. */
  replace?: boolean;
};

const readUrl = () => parseUsage(new URLSearchParams(window.location.search));

function writeUrl(state: UsageState, { replace = false }: Options = {}): void {
  const url = routes.usage(state);
  if (url === window.location.pathname + window.location.search) return;
  window.history[replace ? 'replaceState' : 'pushState'](null, '', url);
}

/** Where one looks belongs to what one looks at; how one looks stays. */
const elsewhere = (view: UsageView): UsageView => ({ ...DEFAULT_USAGE_VIEW, colour: view.colour });

const writers = {
  setSearch: (change: (search: Search) => Search, options?: Options) => {
    const { search, view } = readUrl();
    const next = change(search);
    const [from, to] = [levelOf(search), levelOf(next)].map((level) => JSON.stringify(level));
    writeUrl({ search: next, view: from === to ? view : elsewhere(view) }, options);
  },
  setLevel: (to: UsageLevel) => {
    const { search, view } = readUrl();
    writeUrl({ search: atLevel(search, to), view: elsewhere(view) });
  },
  setView: (change: Partial<UsageView>, options?: Options) => {
    const { search, view } = readUrl();
    writeUrl({ search, view: { ...view, ...change } }, options);
  },
  /** Writes the URL anew without what could not be applied. */
  dropIssues: () => writeUrl(readUrl(), { replace: true }),
};

export type UsageWriters = typeof writers;

/** The URL of the IP usage page, which is its state, and the only writers of it. */
export function useUsageState() {
  const text = useSearchParams().toString();
  const state = useMemo(() => parseUsage(new URLSearchParams(text)), [text]);
  return { ...state, ...writers };
}
