import { ADDRESS_STATES, type AddressState } from '../occupancy';
import type { Glyph, MapColour, Tile } from './tiles';

const cell = (fill: MapColour, glyph: Glyph, ink: MapColour, more: Partial<Tile> = {}): Tile => ({
  fill,
  glyph,
  ink,
  edge: 'map-outline',
  ...more,
});

const PREFIX = cell('map-prefix', 'none', 'map-glyph', { open: 'both' });

/** A prefix that is one cell. */
export const PREFIX_WHOLE = cell('map-prefix', 'letter', 'map-glyph');

/** The tiles of the address states, at the index of each in ADDRESS_STATES; then those that a state alone does not tell. */
export const STATE_TILES: Record<AddressState, Tile> = {
  free: cell('map-free', 'none', 'map-grid', { edge: 'map-grid' }),
  reserved: cell('map-reserved', 'hatch', 'map-outline', { edge: 'map-reserved' }),
  primary: cell('map-primary', 'notch', 'map-glyph-inv'),
  secondary: cell('map-secondary', 'line', 'map-glyph'),
  prefix: PREFIX,
  idle: cell('map-free', 'ring', 'map-idle', { edge: 'map-grid', small: 'map-idle' }),
  other: cell('surface', 'dots', 'ink-3', { small: 'map-grid' }),
  conflict: cell('danger', 'cross', 'surface'),
  discovered: cell('ink-3', 'plus', 'surface', { small: 'ink-3' }),
};

/** The tiles that are the same in every mode, those of the states first. */
export const FIXED_TILES: readonly Tile[] = [
  ...ADDRESS_STATES.map((state) => STATE_TILES[state]),
  { ...PREFIX, glyph: 'letter', open: 'right' },
  { ...PREFIX, open: 'left' },
  // Free, in a CIDR reservation.
  cell('map-free', 'none', 'map-grid', { edge: 'ink-3' }),
];
export const PREFIX_HEAD = ADDRESS_STATES.length;
export const PREFIX_TAIL = PREFIX_HEAD + 1;
export const RESERVATION = PREFIX_HEAD + 2;

/** The tiles of the groups that hold most addresses; the other groups share one. */
export const GROUP_TILES: readonly Tile[] = [
  cell('cat-1', 'line', 'map-glyph-inv'),
  cell('cat-2', 'notch', 'map-glyph'),
  cell('cat-3', 'cross', 'map-glyph-inv'),
  cell('cat-4', 'post', 'map-glyph'),
  cell('cat-5', 'plus', 'map-glyph'),
  cell('cat-6', 'ring', 'map-glyph'),
  cell('cat-7', 'corner', 'map-glyph'),
];
export const REST_TILE = cell('cat-8', 'dots', 'map-glyph');
/** For ENIs whose value the API does not give. */
export const NONE_TILE = cell('surface', 'steps', 'ink-3', { small: 'ink-3' });

/** Ages are steps of one scale, the older the darker. */
export const AGE_TILES: readonly Tile[] = [
  cell('use-1', 'none', 'map-glyph'),
  cell('use-2', 'post', 'map-glyph'),
  cell('use-3', 'line', 'map-glyph'),
  cell('use-4', 'plus', 'map-glyph-inv'),
  cell('use-5', 'corner', 'map-glyph-inv'),
];
