import { RULE_IDS, type RuleId } from '@/lib/findings/rule-ids';
import { expandParams, shortQuery } from '@/lib/search/compact';
import { takeDrawer } from '@/lib/search/drawer-key';
import { parseSearch, type SearchIssue, toQueryString, toSearchEntries } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';

/** How findings are looked at, beside the search: the rule that is open, and the ENI whose drawer is. */
export type FindingsView = { rule: RuleId | null; drawer: string | null };

export const DEFAULT_FINDINGS_VIEW: FindingsView = { rule: null, drawer: null };

/** The whole state of the findings page: its URL, parsed. */
export type FindingsState = { search: Search; view: FindingsView };

const VIEW_KEYS = ['rule', 'view'];

/**
 * Reads the page's URL, forgiving: what is wrong is left out and named in `issues`. With `view=drawer` the last `eni` is
 * the drawer only, as in the explorer.
 */
export function parseFindings(given: URLSearchParams): FindingsState & { issues: SearchIssue[] } {
  const { params, issues } = expandParams(given);
  const view: FindingsView = { ...DEFAULT_FINDINGS_VIEW };
  const rule = params.get('rule');
  if (rule !== null) {
    view.rule = RULE_IDS.find((id) => id === rule) ?? null;
    if (view.rule === null)
      issues.push({ field: 'rule', code: 'invalid_enum', allowed: [...RULE_IDS], value: rule });
  }
  const mode = params.get('view');
  if (mode !== null && mode !== 'drawer')
    issues.push({ field: 'view', code: 'invalid_enum', allowed: ['drawer'], value: mode });
  const taken = takeDrawer(params, mode === 'drawer');
  view.drawer = taken.drawer;
  const parsed = parseSearch(taken.rest, VIEW_KEYS);
  return { search: parsed.search, view, issues: [...issues, ...taken.issues, ...parsed.issues] };
}

/** The page's state as a query string without `?`, a long one packed. Defaults are not written. */
export function toFindingsQueryString({ search, view }: FindingsState): string {
  const entries: [string, string][] = toSearchEntries(search);
  if (view.rule !== null) entries.push(['rule', view.rule]);
  if (view.drawer !== null) entries.push(['eni', view.drawer], ['view', 'drawer']);
  return shortQuery(toQueryString(entries));
}
