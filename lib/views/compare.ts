import { type CompareBy, FIXED_BYS, parseBy } from '@/lib/compare/compare-by';
import { expandParams, shortQuery } from '@/lib/search/link/compact';
import { safeQuery } from '@/lib/search/link/safe-query';
import { escapeText, unescapeText } from '@/lib/search/list-text';
import {
  parseSearch,
  type SearchIssue,
  toEniQueryString,
  toQueryString,
  toSearchEntries,
} from '@/lib/search/params';
import { EMPTY_SEARCH, type FilterTerm, type Search, termKey } from '@/lib/search/search';

/** A saved export: it stays on the reader's computer, so a link has nothing but its name. */
export type ExportFile = { kind: 'file'; name: string };

/** A place: accounts, regions, and at most a VPC or vSwitch of them. */
export type ComparedScope = { kind: 'scope'; scope: Search };

/**
 * How two sides are compared. The search is a side: here, unless `here` is a file, which then is compared with the search
 * or with the file `with`. Both null: nothing has been chosen yet.
 */
export type CompareView = {
  here: ExportFile | null;
  with: ComparedScope | ExportFile | null;
  /** Null: by what suits the two sides. */
  by: CompareBy | null;
};

export const DEFAULT_COMPARE_VIEW: CompareView = { here: null, with: null, by: null };

/** The whole state of the compare page: its URL, parsed. */
export type CompareState = { search: Search; view: CompareView };

const VIEW_KEYS = ['here', 'with', 'by'];
const PLACE_KEYS: readonly string[] = ['vpc', 'vswitch'];
const FILE = 'file:';
const LONGEST_NAME = 255;

/**
 * Whether a filter says where to look and not what for. It belongs to one side alone; the other filters apply to both.
 */
export function isPlaceTerm({ key, negated }: FilterTerm): boolean {
  return !negated && PLACE_KEYS.includes(key);
}

/** How two sides are compared: as chosen, else as suits them. Only an export contains the same ENIs again. */
export function byOf({ here, with: there, by }: CompareView): CompareBy {
  return by ?? (here !== null || there?.kind === 'file' ? 'eni' : 'owner');
}

/** What one side is: a search that is read from the cloud, or a file looked at through the filters. */
export type SideChoice = { kind: 'search'; search: Search } | ExportFile;

/** What the two sides are; `there` is null while nothing has been chosen. */
export function sidesOf({ search, view }: CompareState): { here: SideChoice; there: SideChoice | null } {
  const own: SideChoice = { kind: 'search', search };
  if (view.with?.kind !== 'scope')
    return { here: view.here ?? own, there: view.with ?? (view.here === null ? null : own) };
  const { scope } = view.with;
  const shared = search.terms.filter((term) => !isPlaceTerm(term));
  return { here: own, there: { kind: 'search', search: { ...scope, terms: [...scope.terms, ...shared] } } };
}

/** The same two sides, each in the other's place. */
export function swapped({ search, view }: CompareState): CompareState {
  const there = view.with;
  if (there?.kind !== 'scope') return { search, view: { ...view, here: there, with: view.here } };
  const shared = search.terms.filter((term) => !isPlaceTerm(term));
  const scope = { ...search, terms: search.terms.filter(isPlaceTerm) };
  return {
    search: { ...there.scope, terms: [...there.scope.terms, ...shared] },
    view: { ...view, with: { kind: 'scope', scope } },
  };
}

/** The same comparison with another place on the far side: where a file is here, that is the place of the search. */
export function withScope({ search, view }: CompareState, scope: Search): CompareState {
  if (view.here === null) return { search, view: { ...view, with: { kind: 'scope', scope } } };
  const shared = search.terms.filter((term) => !isPlaceTerm(term));
  return { search: { ...scope, terms: [...scope.terms, ...shared] }, view: { ...view, with: null } };
}

function readFile(text: string): ExportFile | null {
  const name = text.slice(FILE.length);
  return text.startsWith(FILE) && name !== '' && name.length <= LONGEST_NAME ? { kind: 'file', name } : null;
}

const WITH_ALLOWED = ['region=cn-beijing', 'account=prod&region=all', 'file:name'];

/** Reads the other side: `file:` and a name, or accounts, regions, VPC and vSwitch as in any link. */
function readWith(text: string, issues: SearchIssue[]): CompareView['with'] {
  if (text.startsWith(FILE)) {
    const file = readFile(text);
    if (file === null) issues.push({ field: 'with', code: 'malformed', allowed: ['file:name'], value: text });
    return file;
  }
  const parsed = parseSearch(new URLSearchParams(text));
  const { accounts, regions, terms } = parsed.search;
  // Nothing at all is the default place, as it is in any link.
  const isNoPlace = text !== '' && accounts.length + regions.length + terms.length === 0;
  if (isNoPlace && parsed.issues.every(({ code }) => code === 'unknown_parameter')) {
    issues.push({ field: 'with', code: 'malformed', allowed: WITH_ALLOWED, value: text });
    return null;
  }
  const strange = terms.filter((term) => !isPlaceTerm(term));
  for (const issue of parsed.issues) issues.push({ ...issue, field: `with.${issue.field}` });
  for (const { key, negated } of strange)
    issues.push({
      field: `with.${termKey({ key, negated })}`,
      code: 'unsupported_parameter',
      allowed: ['account', 'region', ...PLACE_KEYS],
    });
  // Half of a place would be another place.
  if (parsed.issues.length > 0) return null;
  return { kind: 'scope', scope: { ...parsed.search, terms: parsed.search.terms.filter(isPlaceTerm) } };
}

/** Reads the page's URL, forgiving: what is wrong is left out and named in `issues`. */
export function parseCompare(given: URLSearchParams): CompareState & { issues: SearchIssue[] } {
  const { params, issues } = expandParams(given);
  const view: CompareView = { ...DEFAULT_COMPARE_VIEW };
  const here = params.get('here');
  if (here !== null) {
    view.here = readFile(here);
    if (view.here === null)
      issues.push({ field: 'here', code: 'malformed', allowed: ['file:name'], value: here });
  }
  const there = params.get('with');
  if (there !== null) view.with = readWith(there, issues);
  const by = params.get('by');
  if (by !== null) {
    view.by = parseBy(unescapeText(by));
    if (view.by === null)
      issues.push({ field: 'by', code: 'invalid_enum', allowed: [...FIXED_BYS, 'tag:<key>'], value: by });
  }
  const parsed = parseSearch(params, VIEW_KEYS);
  const state = { search: parsed.search, view };
  // A file here and a place there: the place is the search, as there is no third side.
  const read = view.here !== null && view.with?.kind === 'scope' ? withScope(state, view.with.scope) : state;
  return { ...read, issues: [...issues, ...parsed.issues] };
}

function withText(side: NonNullable<CompareView['with']>): string {
  return side.kind === 'file' ? FILE + side.name : toEniQueryString({ ...EMPTY_SEARCH, ...side.scope });
}

/** The page's state as a query string without `?`, a long one packed. Defaults are not written. */
export function toCompareQueryString({ search, view }: CompareState): string {
  const entries: [string, string][] = toSearchEntries(search);
  if (view.here !== null) entries.push(['here', FILE + view.here.name]);
  if (view.with !== null) entries.push(['with', withText(view.with)]);
  if (view.by !== null) entries.push(['by', escapeText(view.by)]);
  // An equals sign in a value means itself, and is read more easily than its escape.
  return shortQuery(safeQuery(toQueryString(entries).replaceAll('%3D', '=')));
}
