import { expandParams, shortQuery } from '@/lib/search/link/compact';
import { parseSearch, type SearchIssue, toQueryString, toSearchEntries } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';

/** The overview is looked at in one way only. */
export type OverviewView = Record<never, never>;

/** The whole state of the overview: its URL, parsed. */
export type OverviewState = { search: Search; view: OverviewView };

/** Reads the page's URL, forgiving: what is wrong is left out and named in `issues`. */
export function parseOverview(given: URLSearchParams): OverviewState & { issues: SearchIssue[] } {
  const { params, issues } = expandParams(given);
  const parsed = parseSearch(params, []);
  return { search: parsed.search, view: {}, issues: [...issues, ...parsed.issues] };
}

/** The page's state as a query string without `?`, a long one packed. */
export function toOverviewQueryString({ search }: Pick<OverviewState, 'search'>): string {
  return shortQuery(toQueryString(toSearchEntries(search)));
}
