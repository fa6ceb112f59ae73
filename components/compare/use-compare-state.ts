'use client';

import { urlState } from '@/components/url-state/url-state';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { type CompareState, parseCompare, swapped, withScope } from '@/lib/views/compare';

const url = urlState(parseCompare, routes.compare);

const change = (next: (state: CompareState) => CompareState) => {
  const { search, view } = url.read();
  url.write(next({ search, view }));
};

const writers = {
  ...url.writers,
  /** Swaps the two sides. */
  swap: () => change(swapped),
  /** Compares with another place. */
  setScope: (scope: Search) => change((state) => withScope(state, scope)),
};

/** The URL of the compare page, which is its state, and the only writers of it. */
export function useCompareState() {
  return { ...url.useState(), ...writers };
}
