import { RULE_IDS, type RuleId } from '@/lib/findings/rule-ids';
import { takeDrawer, writeDrawer } from '@/lib/search/drawer-key';
import { expandParams, shortQuery } from '@/lib/search/link/compact';
import { parseSearch, type SearchIssue, toQueryString, toSearchEntries } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';

/** What the list can be narrowed to: findings of high severity, or those that free addresses when fixed. */
export const FINDINGS_CUTS = ['high', 'frees'] as const;

export type FindingsCut = (typeof FINDINGS_CUTS)[number];

/** How findings are looked at, beside the search. */
export type FindingsView = {
  /** The rule that is open; null for the worst one. */
  rule: RuleId | null;
  only: FindingsCut | null;
  /** The policy of the rules is shown in place of a rule. */
  isPolicy: boolean;
  /** The ENI whose drawer is open: its id or its key; lib/search/drawer-key.ts. */
  drawer: string | null;
};

export const DEFAULT_FINDINGS_VIEW: FindingsView = {
  rule: null,
  only: null,
  isPolicy: false,
  drawer: null,
};

/** The whole state of the findings page: its URL, parsed. */
export type FindingsState = { search: Search; view: FindingsView };

const VIEW_KEYS = ['rule', 'only', 'view'];

const MODES = ['policy', 'drawer'] as const;

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
  const only = params.get('only');
  if (only !== null) {
    view.only = FINDINGS_CUTS.find((cut) => cut === only) ?? null;
    if (view.only === null)
      issues.push({ field: 'only', code: 'invalid_enum', allowed: [...FINDINGS_CUTS], value: only });
  }
  const mode = params.get('view');
  const modes = mode?.split(',') ?? [];
  if (!modes.every((each) => MODES.some((known) => known === each)))
    issues.push({ field: 'view', code: 'invalid_enum', allowed: [...MODES], value: mode ?? '' });
  view.isPolicy = modes.includes('policy');
  const taken = takeDrawer(params, modes.includes('drawer'));
  view.drawer = taken.drawer;
  const parsed = parseSearch(taken.rest, VIEW_KEYS);
  return { search: parsed.search, view, issues: [...issues, ...taken.issues, ...parsed.issues] };
}

/** The page's state as a query string without `?`, a long one packed. Defaults are not written. */
export function toFindingsQueryString({ search, view }: FindingsState): string {
  const entries: [string, string][] = toSearchEntries(search);
  if (view.rule !== null) entries.push(['rule', view.rule]);
  if (view.only !== null) entries.push(['only', view.only]);
  if (view.drawer !== null) entries.push(['eni', writeDrawer(view.drawer, search)]);
  const isOn = { policy: view.isPolicy, drawer: view.drawer !== null };
  const modes = MODES.filter((mode) => isOn[mode]);
  if (modes.length > 0) entries.push(['view', modes.join(',')]);
  return shortQuery(toQueryString(entries));
}
