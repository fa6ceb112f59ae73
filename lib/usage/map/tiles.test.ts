import { readFileSync } from 'node:fs';
import {
  type Color,
  differenceCie76,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { AGE_TILES, FIXED_TILES, GROUP_TILES, NONE_TILE, REST_TILE } from './tile-set';
import { atlasOf, MAP_COLOURS, type MapColour, type Palette, type Tile, tilePixels, WITH_EIP } from './tiles';

const TOKENS = readFileSync('app/tokens.css', 'utf8');

function tokenOf(name: MapColour, theme: 0 | 1): string {
  const pair = new RegExp(`--color-${name}:\\s*light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(TOKENS);
  if (!pair) throw new Error(`no token ${name}`);
  return pair[theme + 1] as string;
}

/** Every colour another pixel, so that what is drawn can be told apart. */
const palette = Object.fromEntries(MAP_COLOURS.map((name, index) => [name, index + 1])) as Palette;

const drawnAs = (tile: Tile, cell: number) => [...tilePixels(tile, palette, cell)].join();

const SETS: Record<string, readonly Tile[]> = {
  states: FIXED_TILES,
  groups: [...GROUP_TILES, REST_TILE, NONE_TILE, ...FIXED_TILES.slice(0, 2)],
  ages: [...AGE_TILES, NONE_TILE, ...FIXED_TILES.slice(0, 2)],
};

describe.each(Object.entries(SETS))('the tiles of %s', (_, tiles) => {
  it('differ from each other wherever a glyph can be seen', () => {
    for (const cell of [8, 12, 16, 24, 32])
      expect(new Set(tiles.map((tile) => drawnAs(tile, cell))).size).toBe(tiles.length);
  });

  it('are told apart by a glyph, not by a colour alone', () => {
    const inOneColour = (tile: Tile) => ({
      ...tile,
      fill: 'surface' as const,
      ink: 'ink-3' as const,
      edge: 'ink-3' as const,
    });
    const glyphs = tiles
      .filter(({ edge }) => edge === 'map-outline')
      .map((tile) => drawnAs(inOneColour(tile), 16));
    expect(new Set(glyphs).size).toBe(glyphs.length);
  });
});

const DEFICIENCIES: Record<string, (colour: Color) => Color | undefined> = {
  'no deficiency': (colour) => colour,
  protanopia: (colour) => filterDeficiencyProt(1)(colour),
  deuteranopia: (colour) => filterDeficiencyDeuter(1)(colour),
  tritanopia: (colour) => filterDeficiencyTrit(1)(colour),
};

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('the palette, %s', (_, theme) => {
  const STATES: MapColour[] = [
    'map-free',
    'map-reserved',
    'map-primary',
    'map-secondary',
    'map-prefix',
    'map-idle',
    'danger',
  ];
  const GROUPS = GROUP_TILES.map(({ fill }) => fill);

  it.each(Object.keys(DEFICIENCIES))('keeps its colours apart with %s', (name) => {
    const seen = (colour: MapColour) => DEFICIENCIES[name]?.(parse(tokenOf(colour, theme)) as Color) as Color;
    const difference = differenceCie76();
    const near: string[] = [];
    for (const set of [STATES, GROUPS])
      set.forEach((a, at) => {
        for (const b of set.slice(at + 1)) {
          const distance = difference(seen(a), seen(b));
          if (distance < 10) near.push(`${a} ${b} ${distance.toFixed(1)}`);
        }
      });
    expect(near).toEqual([]);
  });

  it('lets every glyph and every outline be seen', () => {
    const weak = [...FIXED_TILES, ...GROUP_TILES, REST_TILE, NONE_TILE]
      .filter(({ glyph }) => glyph !== 'none' && glyph !== 'hatch')
      .map(({ fill, ink }) => [fill, ink, wcagContrast(tokenOf(fill, theme), tokenOf(ink, theme))] as const)
      .filter(([, , contrast]) => contrast < 3);
    expect(weak).toEqual([]);
    expect(wcagContrast(tokenOf('map-outline', theme), tokenOf('map-free', theme))).toBeGreaterThan(3);
  });
});

it('an EIP is seen on every tile', () => {
  const cell = 16;
  const atlas = atlasOf(FIXED_TILES, palette, cell);
  FIXED_TILES.forEach((_, index) => {
    const tile = (at: number) => atlas.subarray(at * cell * cell, (at + 1) * cell * cell);
    expect(tile(index)).not.toEqual(tile(WITH_EIP + index));
  });
});
