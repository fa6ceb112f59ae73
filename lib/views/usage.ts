import { parseSearch, type SearchIssue, toQueryString, toSearchEntries } from './params';
import type { Search } from './search';

/** The whole state of the IP usage page: its URL, parsed. `open` is the id of the vSwitch that is looked into. */
export type UsageState = { scope: Pick<Search, 'accounts' | 'regions'>; open: string | null };

const VSWITCH_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const KEYS = ['account', 'region', 'vswitch'];

/**
 * Reads the page's URL, forgiving: what is wrong is left out and named in `issues`. One `vswitch` is the one that is open.
 * Filters do not apply here yet, and say so.
 */
export function parseUsage(params: URLSearchParams): UsageState & { issues: SearchIssue[] } {
  const { search, issues } = parseSearch(params);
  const state: UsageState = { scope: { accounts: search.accounts, regions: search.regions }, open: null };
  const foreign: SearchIssue[] = [];
  for (const { key, negated, values } of search.terms) {
    const [id = ''] = values;
    if (key === 'vswitch' && !negated && values.length === 1 && VSWITCH_ID.test(id)) state.open = id;
    else
      foreign.push({
        field: `${negated ? '-' : ''}${key}`,
        code: 'unknown_parameter',
        allowed: KEYS,
        value: values.join(','),
      });
  }
  const known = issues.map((issue) =>
    issue.code === 'unknown_parameter' ? { ...issue, allowed: KEYS } : issue,
  );
  return { ...state, issues: [...known, ...foreign] };
}

/** The page's state as a query string without `?`. */
export function toUsageQueryString({ scope, open }: UsageState): string {
  const entries = toSearchEntries({ ...scope, terms: [] });
  return toQueryString(open === null ? entries : [...entries, ['vswitch', open]]);
}
