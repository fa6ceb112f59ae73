'use client';

import { type UrlWriters, urlState } from '@/components/url-state/url-state';
import { routes } from '@/lib/queries/routes';
import type { Beside } from '@/lib/search/intake/beside';
import type { FilterTerm } from '@/lib/search/search';
import { addTerm } from '@/lib/search/terms';
import { parseExplorer, type View } from '@/lib/search/view';

const url = urlState(parseExplorer, routes.explorer);

export type ExplorerWriters = UrlWriters<View>;

/** Asks for a pasted list and shows it as it was asked, including the words it held beside the filter's values. */
function askList(term: FilterTerm, pasted: readonly Beside[]): void {
  const { search, view } = url.read();
  const next = addTerm(search, term);
  const all =
    next.terms.find(({ key, negated }) => key === term.key && negated === term.negated)?.values ?? [];
  // A list added to another one comes after it.
  const from = Math.max(0, all.length - term.values.length);
  const before = from === 0 ? [] : view.beside;
  const beside = [...before, ...pasted.map(({ at, text }) => ({ at: at + from + before.length, text }))];
  url.write({ search: next, view: { ...view, beside, shape: 'asked' } });
}

/** The explorer's URL, which is its state, and the only writers of it. */
export function useExplorerState() {
  return { ...url.useState(), ...url.writers, askList };
}
