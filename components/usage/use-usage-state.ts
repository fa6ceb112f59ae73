'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { routes } from '@/lib/queries/routes';
import { parseUsage, type UsageState } from '@/lib/search/usage-view';

const readUrl = () => parseUsage(new URLSearchParams(window.location.search));

function writeUrl(state: UsageState, replace = false): void {
  const url = routes.usage(state);
  if (url === window.location.pathname + window.location.search) return;
  window.history[replace ? 'replaceState' : 'pushState'](null, '', url);
}

const writers = {
  setScope: (change: Partial<UsageState['scope']>) =>
    writeUrl({ scope: { ...readUrl().scope, ...change }, open: null }),
  setOpen: (open: string | null) => writeUrl({ ...readUrl(), open }),
  dropIssues: () => writeUrl(readUrl(), true),
};

/** The URL of the IP usage page, which is its state, and the only writers of it. */
export function useUsageState() {
  const text = useSearchParams().toString();
  const state = useMemo(() => parseUsage(new URLSearchParams(text)), [text]);
  return { ...state, ...writers };
}
