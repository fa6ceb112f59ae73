import { COLUMN_IDS, type ColumnId, DEFAULT_COLUMNS, isColumnId } from './columns';
import { takeDrawer } from './drawer-key';
import { splitList } from './list-text';
import { parseSearch, type SearchIssue, toQueryString, toSearchEntries } from './params';
import type { FilterTerm, Search } from './search';
import type { Sort } from './sort';

export const DENSITIES = ['compact', 'relaxed'] as const;
export type Density = (typeof DENSITIES)[number];

/** What the explorer's URL says beside the search. `drawer` is the id of the open ENI. */
export type View = { sort: Sort | null; columns: ColumnId[]; density: Density; drawer: string | null };

export const DEFAULT_VIEW: View = { sort: null, columns: DEFAULT_COLUMNS, density: 'compact', drawer: null };

/** The whole state of the explorer: its URL, parsed. */
export type ExplorerState = { search: Search; view: View };

const VIEW_KEYS = ['sort', 'cols', 'density', 'view'];

/** The one ENI that the filters alone name, if they name one. */
function soleEni(terms: readonly FilterTerm[]): string | null {
  const term = terms.find(({ key, negated }) => key === 'eni' && !negated);
  return term?.values.length === 1 ? (term.values[0] ?? null) : null;
}

function readView(params: URLSearchParams, view: View, issues: SearchIssue[]) {
  const sort = params.get('sort');
  if (sort !== null) {
    const column = sort.replace(/^-/, '');
    if (isColumnId(column)) view.sort = { column, descending: sort.startsWith('-') };
    else issues.push({ field: 'sort', code: 'invalid_enum', allowed: COLUMN_IDS, value: sort });
  }
  const cols = params.get('cols');
  if (cols !== null) {
    const columns = [...new Set(splitList(cols))];
    if (columns.every(isColumnId)) view.columns = columns;
    else issues.push({ field: 'cols', code: 'invalid_enum', allowed: COLUMN_IDS, value: cols });
  }
  const density = params.get('density');
  if (density !== null) {
    const known = DENSITIES.find((each) => each === density);
    if (known) view.density = known;
    else issues.push({ field: 'density', code: 'invalid_enum', allowed: [...DENSITIES], value: density });
  }
}

/**
 * Reads the explorer's URL, forgiving: what is wrong is left out and named in `issues`.
 *
 * `eni` is a filter, as in the API, and a filter that names one ENI opens its drawer. With `view=drawer` the last
 * `eni` is only the drawer, beside the whole list; `view=table` keeps it closed. docs/decisions/0005.
 */
export function parseExplorer(given: URLSearchParams): ExplorerState & { issues: SearchIssue[] } {
  const view: View = { ...DEFAULT_VIEW };
  const issues: SearchIssue[] = [];
  readView(given, view, issues);
  const mode = given.get('view');
  if (mode !== null && mode !== 'drawer' && mode !== 'table')
    issues.push({ field: 'view', code: 'invalid_enum', allowed: ['drawer', 'table'], value: mode });
  const taken = takeDrawer(given, mode === 'drawer');
  const parsed = parseSearch(taken.rest, VIEW_KEYS);
  view.drawer = mode === null ? soleEni(parsed.search.terms) : taken.drawer;
  return { search: parsed.search, view, issues: [...issues, ...taken.issues, ...parsed.issues] };
}

/** The explorer's state as a query string without `?`. Defaults are not written. */
export function toExplorerQueryString({ search, view }: ExplorerState): string {
  const entries: [string, string][] = toSearchEntries(search);
  const implied = soleEni(search.terms);
  if (view.sort) entries.push(['sort', `${view.sort.descending ? '-' : ''}${view.sort.column}`]);
  if (view.columns.join() !== DEFAULT_COLUMNS.join()) entries.push(['cols', view.columns.join(',')]);
  if (view.density !== DEFAULT_VIEW.density) entries.push(['density', view.density]);
  if (view.drawer !== null && view.drawer !== implied) entries.push(['eni', view.drawer], ['view', 'drawer']);
  if (view.drawer === null && implied !== null) entries.push(['view', 'table']);
  return toQueryString(entries);
}
