import { parseAddress } from '@/lib/eni/ip';
import { takeDrawer, writeDrawer } from '@/lib/search/drawer-key';
import { expandParams, shortQuery } from '@/lib/search/link/compact';
import { parseSearch, type SearchIssue, toQueryString, toSearchEntries } from '@/lib/search/params';
import type { FilterTerm, Search } from '@/lib/search/search';
import {
  COLOUR_BASES,
  type ColourMode,
  formatColourMode,
  parseColourMode,
} from '@/lib/usage/map/colour-modes';
import { CELL_SIZES, type CellSize } from '@/lib/usage/map/layout';

/** What the table of vSwitches can be cut to: those that are full, or those without a whole free /28. */
export const USAGE_CUTS = ['full', 'no-free-28'] as const;

export type UsageCut = (typeof USAGE_CUTS)[number];

/** How IP usage is looked at, beside the search. */
export type UsageView = {
  only: UsageCut | null;
  /** The address of the map's current cell, IPv4 in dotted decimal or IPv6. */
  at: string | null;
  colour: ColourMode;
  /** The size of a cell in pixels; null for the one that suits the vSwitch. */
  zoom: CellSize | null;
  /** The map of addresses takes all the room. */
  isMap: boolean;
  /** The map is of the vSwitch's IPv6 /64. */
  isIpv6: boolean;
  /** The ENI whose drawer is open: its id or its key; lib/search/drawer-key.ts. */
  drawer: string | null;
};

export const DEFAULT_USAGE_VIEW: UsageView = {
  only: null,
  at: null,
  colour: { by: 'state' },
  zoom: null,
  isMap: false,
  isIpv6: false,
  drawer: null,
};

/** The whole state of the IP usage page: its URL, parsed. */
export type UsageState = { search: Search; view: UsageView };

/** How near IP usage is looked at: all vSwitches, those of one VPC, or one of them. */
export type UsageLevel = { level: 'scope' } | { level: 'vpc'; id: string } | { level: 'vswitch'; id: string };

const VIEW_KEYS = ['only', 'at', 'colour', 'zoom', 'view'];

function soleValue(terms: readonly FilterTerm[], key: FilterTerm['key']): string | null {
  const named = terms.filter((term) => term.key === key && !term.negated);
  return named.length === 1 && named[0]?.values.length === 1 ? (named[0].values[0] ?? null) : null;
}

/** The level that a search selects: a filter for one vSwitch, else for one VPC, opens it. */
export function levelOf({ terms }: Search): UsageLevel {
  const vSwitch = soleValue(terms, 'vswitch');
  if (vSwitch !== null) return { level: 'vswitch', id: vSwitch };
  const vpc = soleValue(terms, 'vpc');
  return vpc === null ? { level: 'scope' } : { level: 'vpc', id: vpc };
}

/** The same search at another level: the filters that make a level take the place of those that made the last one. */
export function atLevel(search: Search, to: UsageLevel): Search {
  const isLevel = ({ key, negated }: FilterTerm) => !negated && (key === 'vswitch' || key === 'vpc');
  const terms = search.terms.filter((term) =>
    // A vSwitch is looked into within the VPC that is open.
    to.level === 'vswitch' && term.key === 'vpc' ? true : !isLevel(term),
  );
  if (to.level === 'scope') return { ...search, terms };
  return { ...search, terms: [...terms, { key: to.level, negated: false, values: [to.id] }] };
}

/** The level above: out of a vSwitch into the VPC it was opened in, out of a VPC into the scope. */
export function levelAbove(search: Search): UsageLevel {
  const vpc = soleValue(search.terms, 'vpc');
  return levelOf(search).level === 'vswitch' && vpc !== null ? { level: 'vpc', id: vpc } : { level: 'scope' };
}

/** The filters beside those that make the level: what they leave out is drawn as `other`. */
export function filtersOf(search: Search): FilterTerm[] {
  const { level } = levelOf(search);
  return search.terms.filter(
    ({ key, negated }) =>
      negated || !((key === 'vswitch' && level === 'vswitch') || (key === 'vpc' && level !== 'scope')),
  );
}

function readView(params: URLSearchParams, view: UsageView, issues: SearchIssue[]): void {
  const refuse = (field: string, value: string, allowed: string[]) =>
    issues.push({ field, code: 'invalid_enum', allowed, value });
  const only = params.get('only');
  if (only !== null) {
    view.only = USAGE_CUTS.find((cut) => cut === only) ?? null;
    if (view.only === null) refuse('only', only, [...USAGE_CUTS]);
  }
  const at = params.get('at');
  if (at !== null) {
    if (parseAddress(at) !== null) view.at = at;
    else issues.push({ field: 'at', code: 'invalid_ip', allowed: ['10.0.0.1'], value: at });
  }
  const colour = params.get('colour');
  if (colour !== null) {
    const mode = parseColourMode(colour);
    if (mode !== null) view.colour = mode;
    else refuse('colour', colour, [...COLOUR_BASES, 'tag:key']);
  }
  const zoom = params.get('zoom');
  if (zoom !== null) {
    const cell = CELL_SIZES.find((size) => String(size) === zoom);
    if (cell !== undefined) view.zoom = cell;
    else refuse('zoom', zoom, CELL_SIZES.map(String));
  }
}

const MODES = ['map', 'ipv6', 'drawer'] as const;

/**
 * Reads the page's URL, forgiving: what is wrong is left out and named in `issues`. All filters apply as in the
 * explorer; one that names one vSwitch or one VPC is the level too. With `view=drawer` the last `eni` is the drawer
 * only, as in the explorer; docs/decisions/0016.
 */
export function parseUsage(given: URLSearchParams): UsageState & { issues: SearchIssue[] } {
  const { params, issues } = expandParams(given);
  const view: UsageView = { ...DEFAULT_USAGE_VIEW };
  readView(params, view, issues);
  const mode = params.get('view');
  const modes = mode?.split(',') ?? [];
  if (!modes.every((each) => MODES.some((known) => known === each)))
    issues.push({ field: 'view', code: 'invalid_enum', allowed: [...MODES], value: mode ?? '' });
  view.isMap = modes.includes('map');
  view.isIpv6 = modes.includes('ipv6');
  const taken = takeDrawer(params, modes.includes('drawer'));
  view.drawer = taken.drawer;
  const parsed = parseSearch(taken.rest, VIEW_KEYS);
  return { search: parsed.search, view, issues: [...issues, ...taken.issues, ...parsed.issues] };
}

/** The page's state as a query string without `?`, a long one packed. Defaults are not written. */
export function toUsageQueryString({ search, view }: UsageState): string {
  const entries: [string, string][] = toSearchEntries(search);
  if (view.only !== null) entries.push(['only', view.only]);
  if (view.at !== null) entries.push(['at', view.at]);
  if (view.colour.by !== 'state') entries.push(['colour', formatColourMode(view.colour)]);
  if (view.zoom !== null) entries.push(['zoom', String(view.zoom)]);
  if (view.drawer !== null) entries.push(['eni', writeDrawer(view.drawer, search)]);
  const isOn = { map: view.isMap, ipv6: view.isIpv6, drawer: view.drawer !== null };
  const modes = MODES.filter((mode) => isOn[mode]);
  if (modes.length > 0) entries.push(['view', modes.join(',')]);
  return shortQuery(toQueryString(entries));
}
