import type { Search } from '@/lib/search/search';
import { type ExplorerState, parseExplorer, toExplorerQueryString } from '@/lib/search/view';

/** The part of the explorer's state that a saved view keeps: all but the open drawer. */
export function viewQuery({ search, view }: ExplorerState): string {
  return toExplorerQueryString({ search, view: { ...view, drawer: null } });
}

/** The state that a view's query string stands for; parts that this version does not know are left out. */
export function viewState(query: string): ExplorerState {
  const { search, view } = parseExplorer(new URLSearchParams(query));
  return { search, view: { ...view, drawer: null } };
}

/** A ready-made query in the accounts, regions and density that are in view. */
export function inScope(query: string, now: ExplorerState): string {
  const { search, view } = viewState(query);
  const { accounts, regions }: Search = now.search;
  return viewQuery({
    search: { ...search, accounts, regions },
    view: { ...view, density: now.view.density },
  });
}
