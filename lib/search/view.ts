import { takeDrawer, writeDrawer } from './drawer-key';
import { type Beside, formatBeside, parseBeside } from './intake/beside';
import { expandParams, shortQuery } from './link/compact';
import { escapeText, splitLists, unescapeText } from './list-text';
import { parseSearch, type SearchIssue, toQueryString, toSearchEntries } from './params';
import type { FilterTerm, Search } from './search';
import { BROWSER_COLUMNS, COLUMN_IDS, DEFAULT_COLUMNS, parseColumn, type TableColumn } from './table/columns';
import { GROUPINGS_ALLOWED, type Grouping, parseGrouping, writeGrouping } from './table/group-by';
import type { Sort } from './table/sort';

export const DENSITIES = ['compact', 'relaxed'] as const;
export type Density = (typeof DENSITIES)[number];

/** What a row of the table is: an ENI, or one address of it. */
export const SHAPES = ['eni', 'address'] as const;
export type Shape = (typeof SHAPES)[number];

/** What the table shows: rows, or a requested list, item by item in its own order. */
export const VIEW_SHAPES = [...SHAPES, 'asked'] as const;
export type ViewShape = (typeof VIEW_SHAPES)[number];

/** The rows of a shape; where a list is asked for, and has to be shown as rows, they are ENIs. */
export function rowShape(shape: ViewShape): Shape {
  return shape === 'asked' ? 'eni' : shape;
}

/** What the explorer's URL says beside the search. `drawer` is the id of the open ENI, or its key; drawer-key.ts. */
export type View = {
  sort: Sort | null;
  columns: TableColumn[];
  density: Density;
  drawer: string | null;
  group: Grouping | null;
  shape: ViewShape;
  /** What a pasted list held beside the values of its filter. */
  beside: Beside[];
};

export const DEFAULT_VIEW: View = {
  sort: null,
  columns: DEFAULT_COLUMNS,
  density: 'compact',
  drawer: null,
  group: null,
  shape: 'eni',
  beside: [],
};

/** The whole state of the explorer: its URL, parsed. */
export type ExplorerState = { search: Search; view: View };

const VIEW_KEYS = ['sort', 'cols', 'density', 'group', 'shape', 'beside', 'view'];

/** The columns that a message offers in place of an unknown one. */
const COLUMNS_ALLOWED = [...COLUMN_IDS, 'tag:<key>'];

/** The one ENI that the filters alone name, if they name one. */
function soleEni(terms: readonly FilterTerm[]): string | null {
  const term = terms.find(({ key, negated }) => key === 'eni' && !negated);
  return term?.values.length === 1 ? (term.values[0] ?? null) : null;
}

function readView(params: URLSearchParams, view: View, issues: SearchIssue[]) {
  const readAll = <Value>(
    field: string,
    allowed: readonly string[],
    parse: (texts: string[]) => Value | null,
  ) => {
    const texts = params.getAll(field);
    const value = texts.length === 0 ? null : parse(texts);
    if (texts.length > 0 && value === null)
      issues.push({ field, code: 'invalid_enum', allowed: [...allowed], value: texts.join(',') });
    return value;
  };
  const read = <Value>(field: string, allowed: readonly string[], parse: (text: string) => Value | null) =>
    readAll(field, allowed, ([text = '']) => parse(text));
  view.sort = read('sort', COLUMNS_ALLOWED, (text) => {
    const column = parseColumn(unescapeText(text.replace(/^-/, '')));
    return column && !BROWSER_COLUMNS.includes(column) ? { column, descending: text.startsWith('-') } : null;
  });
  view.columns =
    readAll('cols', COLUMNS_ALLOWED, (texts) => {
      const columns = [...new Set(splitLists(texts))].map((each) => parseColumn(unescapeText(each)));
      return columns.every((column) => column !== null) ? columns : null;
    }) ?? view.columns;
  view.density =
    read('density', DENSITIES, (text) => DENSITIES.find((each) => each === text) ?? null) ?? view.density;
  view.group = read('group', GROUPINGS_ALLOWED, parseGrouping);
  view.shape =
    read('shape', VIEW_SHAPES, (text) => VIEW_SHAPES.find((each) => each === text) ?? null) ?? view.shape;
  view.beside = read('beside', ['<place>:<text>,…'], parseBeside) ?? view.beside;
}

/**
 * Reads the explorer's URL, forgiving: what is wrong is left out and named in `issues`.
 *
 * `eni` is a filter, as in the API, and a filter that names one ENI opens its drawer. With `view=drawer` the last
 * `eni` is only the drawer, beside the whole list; `view=table` keeps it closed. docs/decisions/0005.
 */
export function parseExplorer(given: URLSearchParams): ExplorerState & { issues: SearchIssue[] } {
  const { params, issues } = expandParams(given);
  const view: View = { ...DEFAULT_VIEW };
  readView(params, view, issues);
  const mode = params.get('view');
  if (mode !== null && mode !== 'drawer' && mode !== 'table')
    issues.push({ field: 'view', code: 'invalid_enum', allowed: ['drawer', 'table'], value: mode });
  const taken = takeDrawer(params, mode === 'drawer');
  const parsed = parseSearch(taken.rest, VIEW_KEYS);
  view.drawer = mode === null ? soleEni(parsed.search.terms) : taken.drawer;
  return { search: parsed.search, view, issues: [...issues, ...taken.issues, ...parsed.issues] };
}

/** The explorer's state as a query string without `?`, a long one packed. Defaults are not written. */
export function toExplorerQueryString({ search, view }: ExplorerState): string {
  const entries: [string, string][] = toSearchEntries(search);
  const implied = soleEni(search.terms);
  if (view.sort) entries.push(['sort', `${view.sort.descending ? '-' : ''}${escapeText(view.sort.column)}`]);
  if (view.columns.join() !== DEFAULT_COLUMNS.join())
    entries.push(['cols', view.columns.map((column) => escapeText(column)).join(',')]);
  if (view.density !== DEFAULT_VIEW.density) entries.push(['density', view.density]);
  if (view.group !== null) entries.push(['group', writeGrouping(view.group)]);
  // Without the filter that it accompanies, a list is dropped.
  const isList = search.terms.length > 0;
  if (view.shape !== DEFAULT_VIEW.shape && (view.shape !== 'asked' || isList))
    entries.push(['shape', view.shape]);
  if (view.beside.length > 0 && isList) entries.push(['beside', formatBeside(view.beside)]);
  const drawer = view.drawer === null ? null : writeDrawer(view.drawer, search);
  if (drawer !== null && drawer !== implied) entries.push(['eni', drawer], ['view', 'drawer']);
  if (view.drawer === null && implied !== null) entries.push(['view', 'table']);
  return shortQuery(toQueryString(entries));
}
