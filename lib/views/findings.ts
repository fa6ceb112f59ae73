import { RULE_IDS, type RuleId } from '@/lib/findings/rule-ids';
import { parseSearch, type SearchIssue, toQueryString, toSearchEntries } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';

/** How findings are looked at, beside the search: the rule that is open, and the ENI whose drawer is. */
export type FindingsView = { rule: RuleId | null; drawer: string | null };

export const DEFAULT_FINDINGS_VIEW: FindingsView = { rule: null, drawer: null };

/** The whole state of the findings page: its URL, parsed. */
export type FindingsState = { search: Search; view: FindingsView };

const VIEW_KEYS = ['rule', 'view'];
const ENI_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/**
 * Reads the page's URL, forgiving: what is wrong is left out and named in `issues`. With `view=drawer` the last `eni` is
 * the drawer only, as in the explorer.
 */
export function parseFindings(given: URLSearchParams): FindingsState & { issues: SearchIssue[] } {
  const view: FindingsView = { ...DEFAULT_FINDINGS_VIEW };
  const issues: SearchIssue[] = [];
  const rule = given.get('rule');
  if (rule !== null) {
    view.rule = RULE_IDS.find((id) => id === rule) ?? null;
    if (view.rule === null)
      issues.push({ field: 'rule', code: 'invalid_enum', allowed: [...RULE_IDS], value: rule });
  }
  const entries = [...given];
  const mode = given.get('view');
  if (mode === 'drawer') {
    const at = entries.findLastIndex(([key]) => key === 'eni');
    const drawer = entries[at]?.[1] ?? '';
    if (at >= 0) entries.splice(at, 1);
    if (ENI_ID.test(drawer)) view.drawer = drawer;
    else issues.push({ field: 'eni', code: 'malformed', allowed: ['eni-bp1…'], value: drawer });
  } else if (mode !== null) {
    issues.push({ field: 'view', code: 'invalid_enum', allowed: ['drawer'], value: mode });
  }
  const parsed = parseSearch(new URLSearchParams(entries), VIEW_KEYS);
  return { search: parsed.search, view, issues: [...issues, ...parsed.issues] };
}

/** The page's state as a query string without `?`. Defaults are not written. */
export function toFindingsQueryString({ search, view }: FindingsState): string {
  const entries: [string, string][] = toSearchEntries(search);
  if (view.rule !== null) entries.push(['rule', view.rule]);
  if (view.drawer !== null) entries.push(['eni', view.drawer], ['view', 'drawer']);
  return toQueryString(entries);
}
