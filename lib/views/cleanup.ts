import { ENI_ID } from '@/lib/cleanup/basket';
import { expandParams, shortQuery } from '@/lib/search/link/compact';
import { parseSearch, type SearchIssue, toQueryString, toSearchEntries } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { termKey } from '@/lib/search/search';

/** How the clean-up page is looked at, beside its scope. */
export type CleanupView = {
  /** The vSwitch whose map is shown; null for the one with most to free. */
  vSwitch: string | null;
  /** ENIs that a link names, for its reader to put aside. */
  offered: string[];
};

export const DEFAULT_CLEANUP_VIEW: CleanupView = { vSwitch: null, offered: [] };

/** The whole state of the clean-up page: its URL, parsed. Its search is a scope; what is put aside is no filter. */
export type CleanupState = { search: Search; view: CleanupView };

/** Reads the page's URL, forgiving: what is wrong, and filters that have no meaning here, is left out and named in `issues`. */
export function parseCleanup(given: URLSearchParams): CleanupState & { issues: SearchIssue[] } {
  const { params, issues } = expandParams(given);
  const view: CleanupView = { ...DEFAULT_CLEANUP_VIEW };
  const parsed = parseSearch(params);
  for (const { key, negated, values } of parsed.search.terms) {
    if (key === 'eni' && !negated) {
      view.offered = values.filter((value) => ENI_ID.test(value));
      const unread = values.filter((value) => !ENI_ID.test(value));
      if (unread.length > 0)
        issues.push({ field: 'eni', code: 'malformed', allowed: ['eni-…'], value: unread.join() });
    } else if (key === 'vswitch' && !negated && values.length === 1) view.vSwitch = values[0] ?? null;
    else
      issues.push({
        field: termKey({ key, negated }),
        code: 'unknown_parameter',
        allowed: ['account', 'region', 'eni', 'vswitch'],
        value: values.join(),
      });
  }
  return { search: { ...parsed.search, terms: [] }, view, issues: [...issues, ...parsed.issues] };
}

/** The page's state as a query string without `?`, a long one packed. Defaults are not written. */
export function toCleanupQueryString({ search, view }: CleanupState): string {
  const term = (key: 'eni' | 'vswitch', values: string[]) => ({ key, negated: false, values });
  const terms = [
    ...(view.offered.length === 0 ? [] : [term('eni', view.offered)]),
    ...(view.vSwitch === null ? [] : [term('vswitch', [view.vSwitch])]),
  ];
  return shortQuery(toQueryString(toSearchEntries({ ...search, terms })));
}
