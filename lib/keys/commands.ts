import type { Keys } from './spelling';

/** The places where keys work, each with the place that contains it. A place and those within it hear the same keys. */
const PLACES = {
  everywhere: null,
  bar: 'everywhere',
  list: 'everywhere',
  rows: 'list',
  map: 'everywhere',
} as const;

export type Place = keyof typeof PLACES;

export const PLACE_IDS = Object.keys(PLACES) as Place[];

type Command = {
  place: Place;
  /** The default keys; null for none. */
  keys: Keys | null;
  /** Works while someone types in a field too, as long as its keys type nothing. */
  inFields?: true;
};

/**
 * THE list of what keys do and can be changed; the palette offers what is there on a page. A command's words are the
 * catalogue's `keys.command.<id>`; a component says what it does there by `useCommand`, or asks `commandOf` for the
 * command of a key press that it handles itself (those of `rows` and `map`).
 */
export const COMMANDS = {
  palette: { place: 'everywhere', keys: 'Mod+K', inFields: true },
  filterBar: { place: 'everywhere', keys: '/' },
  refresh: { place: 'everywhere', keys: 'R' },
  goOverview: { place: 'everywhere', keys: 'G O' },
  goEnis: { place: 'everywhere', keys: 'G E' },
  goUsage: { place: 'everywhere', keys: 'G U' },
  goFindings: { place: 'everywhere', keys: 'G F' },
  goCleanup: { place: 'everywhere', keys: 'G L' },
  goCompare: { place: 'everywhere', keys: 'G C' },
  swapSides: { place: 'everywhere', keys: 'S' },
  clearFilters: { place: 'everywhere', keys: null },
  copyLink: { place: 'everywhere', keys: 'L' },
  theme: { place: 'everywhere', keys: 'T' },
  language: { place: 'everywhere', keys: null },
  pods: { place: 'everywhere', keys: null },
  keys: { place: 'everywhere', keys: '?' },
  loadAll: { place: 'list', keys: 'A' },
  export: { place: 'list', keys: 'E' },
  facetPrev: { place: 'list', keys: '[' },
  facetNext: { place: 'list', keys: ']' },
  toggleRail: { place: 'list', keys: 'B' },
  foldGroups: { place: 'list', keys: 'F' },
  nextRow: { place: 'rows', keys: 'J' },
  previousRow: { place: 'rows', keys: 'K' },
  select: { place: 'rows', keys: 'X' },
  copy: { place: 'rows', keys: 'C' },
  nextFree: { place: 'map', keys: 'A' },
  nextFreeBlock: { place: 'map', keys: 'F' },
  nextMarked: { place: 'map', keys: 'N' },
  zoomIn: { place: 'map', keys: '+' },
  zoomOut: { place: 'map', keys: '-' },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof COMMANDS;

export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[];

export function isCommandId(id: string): id is CommandId {
  return Object.hasOwn(COMMANDS, id);
}

/** A command, in its general type. */
export function commandBy(id: CommandId): Command {
  return COMMANDS[id];
}

type Fixed = {
  place: Place;
  keys: readonly Keys[];
  /** The command whose key it overrides while its place has the focus. */
  over?: CommandId;
};

/** Keys that stay as they are: what every list, field and map does with them. Words: the catalogue's `keys.fixed.<id>`. */
export const FIXED_KEYS = {
  close: { place: 'everywhere', keys: ['Escape'] },
  apply: { place: 'bar', keys: ['Enter'] },
  chips: { place: 'bar', keys: ['ArrowLeft', 'ArrowRight'] },
  openChip: { place: 'bar', keys: ['Enter', 'Space'] },
  removeChip: { place: 'bar', keys: ['Backspace', 'Delete'] },
  walk: { place: 'rows', keys: ['ArrowUp', 'ArrowDown'] },
  cells: { place: 'rows', keys: ['ArrowLeft', 'ArrowRight'] },
  open: { place: 'rows', keys: ['Enter'] },
  pickRow: { place: 'rows', keys: ['Space'] },
  pickRows: { place: 'rows', keys: ['Shift+ArrowUp', 'Shift+ArrowDown'] },
  cellMenu: { place: 'rows', keys: ['Shift+F10'] },
  page: { place: 'rows', keys: ['PageDown', 'PageUp'] },
  ends: { place: 'rows', keys: ['Home', 'End'] },
  allEnds: { place: 'rows', keys: ['Mod+Home', 'Mod+End'] },
  fold: { place: 'rows', keys: ['ArrowLeft', 'ArrowRight'] },
  step: { place: 'map', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
  pick: { place: 'map', keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'] },
  goTo: { place: 'map', keys: ['/'], over: 'filterBar' },
} as const satisfies Record<string, Fixed>;

export type FixedId = keyof typeof FIXED_KEYS;

export const FIXED_IDS = Object.keys(FIXED_KEYS) as FixedId[];

/** Fixed keys, in their general type. */
export function fixedBy(id: FixedId): Fixed {
  return FIXED_KEYS[id];
}

function isWithin(inner: Place, outer: Place): boolean {
  for (let place: Place | null = inner; place !== null; place = PLACES[place])
    if (place === outer) return true;
  return false;
}

/** Whether a key press can be meant for both places. */
export function placesMeet(a: Place, b: Place): boolean {
  return isWithin(a, b) || isWithin(b, a);
}
