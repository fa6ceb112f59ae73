'use client';

import { type UrlWriters, urlState } from '@/components/url-state/url-state';
import { routes } from '@/lib/queries/routes';
import { parseExplorer, type View } from '@/lib/search/view';

const url = urlState(parseExplorer, routes.explorer);

export type ExplorerWriters = UrlWriters<View>;

/** The explorer's URL, which is its state, and the only writers of it. */
export function useExplorerState() {
  return { ...url.useState(), ...url.writers };
}
