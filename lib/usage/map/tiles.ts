/**
 * What the cells of a map look like. A tile is a cell drawn once; the map is made of copies, so that what a frame costs
 * depends on the pixels in view and not on the addresses there are. Fill and glyph always tell the same thing twice.
 */
export const GLYPHS = [
  'none',
  'hatch',
  'notch',
  'line',
  'letter',
  'ring',
  'cross',
  'dots',
  'post',
  'plus',
  'corner',
  'steps',
] as const;

export type Glyph = (typeof GLYPHS)[number];

/** The tokens of app/tokens.css that a map is drawn with: `--color-<name>`. */
export const MAP_COLOURS = [
  'surface',
  'ink-3',
  'danger',
  'map-free',
  'map-grid',
  'map-outline',
  'map-reserved',
  'map-primary',
  'map-secondary',
  'map-prefix',
  'map-idle',
  'map-glyph',
  'map-glyph-inv',
  'cat-1',
  'cat-2',
  'cat-3',
  'cat-4',
  'cat-5',
  'cat-6',
  'cat-7',
  'cat-8',
  'use-1',
  'use-2',
  'use-3',
  'use-4',
  'use-5',
] as const;

export type MapColour = (typeof MAP_COLOURS)[number];

/** A pixel as an ImageData holds it on a little-endian machine: 0xAABBGGRR. */
export type Pixel = number;

export type Palette = Record<MapColour, Pixel>;

/**
 * `edge` is the cell's outline; where it is `open` it runs into the next cell, as the cells of a prefix do. `small` is
 * the fill of a cell that is too small for its glyph.
 */
export type Tile = {
  fill: MapColour;
  glyph: Glyph;
  ink: MapColour;
  edge: MapColour;
  small?: MapColour;
  open?: 'right' | 'left' | 'both';
};

// A P of 5 × 7 dots.
const LETTER_P = ['11110', '10001', '10001', '11110', '10000', '10000', '10000'];

/** Whether a glyph covers a pixel of a cell; `u` and `v` are its place in the cell, 0 to 1. */
function covers(glyph: Glyph, u: number, v: number, x: number, y: number, cell: number): boolean {
  const stroke = Math.max(1, Math.round(cell / 10)) / cell;
  const isInside = u > 0.18 && u < 0.82 && v > 0.18 && v < 0.82;
  switch (glyph) {
    case 'none':
      return false;
    case 'hatch':
      return (x + y) % 4 === 0;
    case 'notch':
      return u + v < 0.5;
    case 'line':
      return u > 0.2 && u < 0.8 && Math.abs(v - 0.5) <= stroke;
    case 'letter': {
      const dot = Math.max(1, Math.floor(cell / 11));
      const column = Math.floor((x - 2) / dot);
      const row = Math.floor((y - (cell - 7 * dot) / 2) / dot);
      return LETTER_P[row]?.[column] === '1';
    }
    case 'ring': {
      const radius = Math.hypot(u - 0.5, v - 0.5);
      return radius < 0.36 && radius > 0.36 - 1.8 * stroke;
    }
    case 'cross':
      return isInside && (Math.abs(u - v) <= stroke || Math.abs(u + v - 1) <= stroke);
    case 'dots':
      return x % 4 === 2 && y % 4 === 2;
    case 'post':
      return v > 0.2 && v < 0.8 && Math.abs(u - 0.5) <= stroke;
    case 'plus':
      return isInside && (Math.abs(u - 0.5) <= stroke || Math.abs(v - 0.5) <= stroke);
    case 'corner':
      return u + v > 1.5;
    case 'steps':
      return v > 0.55 && u > 0.2 && u < 0.8;
  }
}

/** From this size on a cell is large enough for its glyph and its outline. */
const GLYPH_CELL = 6;

function drawTile(tile: Tile, palette: Palette, cell: number, out: Uint32Array, start: number): void {
  const isOpenRight = tile.open === 'right' || tile.open === 'both';
  const isOpenLeft = tile.open === 'left' || tile.open === 'both';
  for (let y = 0; y < cell; y++) {
    for (let x = 0; x < cell; x++) {
      let pixel = palette[cell < GLYPH_CELL ? (tile.small ?? tile.fill) : tile.fill];
      if (cell >= GLYPH_CELL) {
        const isEdge =
          y === 0 || y === cell - 1 || (x === 0 && !isOpenLeft) || (x === cell - 1 && !isOpenRight);
        if (isEdge) pixel = palette[tile.edge];
        else if (covers(tile.glyph, (x + 0.5) / cell, (y + 0.5) / cell, x, y, cell))
          pixel = palette[tile.ink];
      }
      out[start + y * cell + x] = pixel;
    }
  }
}

/** An EIP is a dark dot with a light middle, at the lower right of whatever the cell shows. */
function drawEip(palette: Palette, cell: number, out: Uint32Array, start: number): void {
  if (cell < GLYPH_CELL) return;
  const dot = Math.max(3, Math.round(cell / 3));
  const from = cell - dot - 1;
  for (let y = from; y < from + dot; y++)
    for (let x = from; x < from + dot; x++) {
      const isRim = y === from || x === from || y === from + dot - 1 || x === from + dot - 1;
      out[start + y * cell + x] = palette[isRim ? 'map-glyph' : 'map-glyph-inv'];
    }
}

/** Added to the index of a tile: the address has an EIP as well. */
export const WITH_EIP = 128;

/** One tile by itself, `cell` × `cell` pixels. */
export function tilePixels(tile: Tile, palette: Palette, cell: number): Uint32Array<ArrayBuffer> {
  const pixels = new Uint32Array(cell * cell);
  drawTile(tile, palette, cell, pixels, 0);
  return pixels;
}

/** Every tile at one size, `cell` × `cell` pixels each, those with an EIP {@link WITH_EIP} places later. */
export function atlasOf(tiles: readonly Tile[], palette: Palette, cell: number): Uint32Array {
  const area = cell * cell;
  const atlas = new Uint32Array((WITH_EIP + tiles.length) * area);
  tiles.forEach((tile, index) => {
    drawTile(tile, palette, cell, atlas, index * area);
    drawTile(tile, palette, cell, atlas, (WITH_EIP + index) * area);
    drawEip(palette, cell, atlas, (WITH_EIP + index) * area);
  });
  return atlas;
}
