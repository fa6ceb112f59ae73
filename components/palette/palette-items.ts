import { findFilters } from '@/lib/search/filter-words';
import { type FilterKey, filterOf } from '@/lib/search/filters';
import { readIntake } from '@/lib/search/intake/intake';
import type { FilterTerm } from '@/lib/search/search';
import type { EniMatch } from './find-enis';
import type { MapPlace } from './map-places';
import { type Rank, rankAll } from './rank-text';

/** Something that the palette offers. */
export type PaletteItem<View extends string = string, Command extends string = string> =
  | { kind: 'holds'; term: FilterTerm }
  | { kind: 'map'; place: MapPlace }
  | { kind: 'filter'; term: FilterTerm; isAfter: boolean }
  | { kind: 'eni'; match: EniMatch }
  | { kind: 'view'; view: View; term: FilterTerm | null }
  | { kind: 'saved'; id: string; name: string }
  | { kind: 'start'; key: FilterKey }
  | { kind: 'region'; id: string; hint: string; words: string }
  | { kind: 'account'; id: string }
  | { kind: 'command'; id: Command };

export const SECTIONS = ['recent', 'do', 'enis', 'go', 'filters', 'scope', 'commands'] as const;

export type Section = { id: (typeof SECTIONS)[number]; items: PaletteItem[] };

/** What the palette can offer, with the words by which each item is found. */
export type Offers = {
  /** `takesTerm`: it can be opened with the typed text as its filter. */
  views: readonly { view: string; words: string; takesTerm: boolean }[];
  saved: readonly { id: string; name: string }[];
  regions: readonly { id: string; hint: string; words: string }[];
  accounts: readonly string[];
  commands: readonly { id: string; words: string; isView: boolean }[];
  filterLabel: (key: FilterKey) => string;
  /** vSwitches that contain an address. */
  placesOf: (address: string) => readonly MapPlace[];
  /** The most recent choices as {@link itemKey} spells them, the latest first. */
  recent: readonly string[];
};

const MOST = { readings: 4, recent: 4, views: 6, filters: 5, scope: 6, commands: 8 };

/** The identity of an item. */
export function itemKey(item: PaletteItem): string {
  switch (item.kind) {
    case 'holds':
    case 'filter':
      return `${item.kind} ${JSON.stringify(item.term)}`;
    case 'map':
      return `map ${item.place.account} ${item.place.vSwitchId}`;
    case 'eni':
      return `eni ${item.match.eni.account} ${item.match.eni.region} ${item.match.eni.id}`;
    case 'view':
      return `view ${item.view}${item.term === null ? '' : ' here'}`;
    case 'start':
      return `start ${item.key}`;
    default:
      return `${item.kind} ${item.id}`;
  }
}

/** Readings by form, which say more than words that could be anything. */
const isForm = (as: string) => as !== 'words' && as !== 'name';

function doItems(
  text: string,
  offers: Offers,
): { items: PaletteItem[]; hasForm: boolean; term: FilterTerm | null } {
  const readings = readIntake(text);
  const [first] = readings;
  const hasForm = first !== undefined && isForm(first.as);
  const isOneAddress = first?.as === 'ipv4' || first?.as === 'ipv6';
  const items = readings.slice(0, MOST.readings).flatMap(({ term }, at): PaletteItem[] => {
    const filter: PaletteItem = { kind: 'filter', term, isAfter: filterOf(term.key).send === undefined };
    if (at > 0 || !(isOneAddress || first?.as === 'mac')) return [filter];
    const places = isOneAddress ? offers.placesOf(term.values[0] ?? '') : [];
    return [{ kind: 'holds', term }, ...places.map((place): PaletteItem => ({ kind: 'map', place }))];
  });
  return { items, hasForm, term: hasForm ? first.term : null };
}

function commandsOf(wanted: string, offers: Offers, most: number): { items: PaletteItem[]; rank: Rank } {
  const found = rankAll(offers.commands, wanted, ({ words }) => words);
  return {
    items: found.slice(0, most).map(({ thing }) => ({ kind: 'command', id: thing.id })),
    rank: found[0]?.rank ?? 3,
  };
}

function unasked(offers: Offers): Section[] {
  const go: PaletteItem[] = [
    ...offers.views.map(({ view }): PaletteItem => ({ kind: 'view', view, term: null })),
    ...offers.saved.map((saved): PaletteItem => ({ kind: 'saved', ...saved })),
  ];
  const scope: PaletteItem[] = [
    ...offers.regions.map((region): PaletteItem => ({ kind: 'region', ...region })),
    ...offers.accounts.map((id): PaletteItem => ({ kind: 'account', id })),
  ];
  const commands = offers.commands
    .filter(({ isView }) => !isView)
    .map(({ id }): PaletteItem => ({ kind: 'command', id }));
  const all = new Map([...go, ...scope, ...commands].map((item) => [itemKey(item), item]));
  const recent = offers.recent.flatMap((key) => all.get(key) ?? []).slice(0, MOST.recent);
  const rest = (items: PaletteItem[]) => items.filter((item) => !recent.includes(item));
  return [
    { id: 'recent', items: recent },
    { id: 'go', items: rest(go) },
    { id: 'commands', items: rest(commands) },
  ];
}

/**
 * The palette's items for a text, in non-empty sections. Matches by form come first; a text of words matches names
 * first, then ENIs. `>` asks for commands alone, `?` for the keys.
 * @param enis rows that contain the text, found by the caller
 */
export function paletteSections(text: string, enis: readonly EniMatch[], offers: Offers): Section[] {
  const wanted = text.trim().toLowerCase();
  const kept = (sections: Section[]) => sections.filter(({ items }) => items.length > 0);
  if (wanted === '') return kept(unasked(offers));
  if (wanted.startsWith('>'))
    return kept([{ id: 'commands', items: commandsOf(wanted.slice(1).trim(), offers, Infinity).items }]);
  if (wanted === '?') return kept([{ id: 'commands', items: [{ kind: 'command', id: 'keys' }] }]);

  const { items: done, hasForm, term } = doItems(text, offers);
  const views = rankAll(offers.views, wanted, ({ words }) => words);
  const saved = rankAll(offers.saved, wanted, ({ name }) => name);
  const regions = rankAll(offers.regions, wanted, ({ words }) => words);
  const accounts = rankAll(offers.accounts, wanted, (name) => name);
  const here = (view: string): PaletteItem => ({ kind: 'view', view, term });
  const commands = commandsOf(
    wanted,
    { ...offers, commands: offers.commands.filter((each) => !each.isView) },
    MOST.commands,
  );
  const named: (Section & { rank: number })[] = [
    {
      id: 'go',
      items: [
        ...(term === null
          ? []
          : offers.views.filter(({ takesTerm }) => takesTerm).map(({ view }) => here(view))),
        ...views.map(({ thing }): PaletteItem => ({ kind: 'view', view: thing.view, term: null })),
        ...saved.map(({ thing }): PaletteItem => ({ kind: 'saved', ...thing })),
      ].slice(0, MOST.views),
      rank: Math.min(views[0]?.rank ?? 3, saved[0]?.rank ?? 3),
    },
    {
      id: 'filters',
      items: findFilters(text.replace(/[:=]\s*$/, ''), offers.filterLabel)
        .slice(0, MOST.filters)
        .map((key): PaletteItem => ({ kind: 'start', key })),
      // Matches at the beginning of a word always count.
      rank: 2,
    },
    {
      id: 'scope',
      items: [
        ...regions.map(({ thing }): PaletteItem => ({ kind: 'region', ...thing })),
        ...accounts.map(({ thing }): PaletteItem => ({ kind: 'account', id: thing })),
      ].slice(0, MOST.scope),
      rank: Math.min(regions[0]?.rank ?? 3, accounts[0]?.rank ?? 3),
    },
    { id: 'commands', ...commands },
  ];
  const byRank = named.filter(({ items }) => items.length > 0).sort((a, b) => a.rank - b.rank);
  const strong = hasForm ? [] : byRank.filter(({ rank }) => rank <= 2);
  const weak = byRank.filter((section) => !strong.includes(section));
  return kept([
    ...strong.map(({ id, items }) => ({ id, items })),
    { id: 'do', items: done },
    { id: 'enis', items: enis.map((match): PaletteItem => ({ kind: 'eni', match })) },
    ...weak.map(({ id, items }) => ({ id, items })),
  ]);
}
