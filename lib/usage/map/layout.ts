/**
 * Where each address of a vSwitch is on the map: 16 a row, 256 a square (a /24), 16 squares a strip (a /20), in reading
 * order, so that every aligned block is a rectangle and the first address is at the top left. All lengths are in
 * pixels of the map's own plane.
 */
export const SQUARE_SIDE = 16;
const SQUARE = SQUARE_SIDE * SQUARE_SIDE;
const STRIP = 16;

/** The sizes a cell may have; from {@link LEGIBLE_CELL} on squares have captions and cells a glyph. */
export const CELL_SIZES = [2, 4, 8, 12, 16, 24, 32] as const;

export type CellSize = (typeof CELL_SIZES)[number];

export const LEGIBLE_CELL = 8;

export type MapLayout = {
  cell: number;
  /** How many addresses there are. */
  size: number;
  /** How many squares stand side by side, and how many strips below each other. */
  columns: number;
  strips: number;
  /** Rows and columns of cells in a square; a vSwitch smaller than a /24 has one square that is not whole. */
  rows: number;
  across: number;
  /** From a square to the next, and what a caption takes above each. */
  pitchX: number;
  pitchY: number;
  caption: number;
  width: number;
  height: number;
};

/** The plane of a vSwitch of `size` addresses (a power of two) with cells of `cell` pixels. */
export function layoutOf(size: number, cell: number): MapLayout {
  const squares = Math.max(1, size / SQUARE);
  const columns = Math.min(STRIP, squares);
  const strips = Math.ceil(squares / STRIP);
  const rows = Math.min(SQUARE_SIDE, Math.max(1, size / SQUARE_SIDE));
  const across = Math.min(SQUARE_SIDE, size);
  const isLegible = cell >= LEGIBLE_CELL;
  const caption = isLegible ? 20 : 0;
  const gapX = isLegible ? 12 : cell;
  const gapY = isLegible ? 8 : cell;
  const pitchX = across * cell + gapX;
  const pitchY = rows * cell + caption + gapY;
  return {
    cell,
    size,
    columns,
    strips,
    rows,
    across,
    pitchX,
    pitchY,
    caption,
    width: columns * pitchX - gapX,
    height: strips * pitchY - gapY,
  };
}

/** The same plane on a screen with so many of its own pixels for one of CSS. */
export function scaled(layout: MapLayout, by: number): MapLayout {
  const { cell, pitchX, pitchY, caption, width, height } = layout;
  return {
    ...layout,
    cell: cell * by,
    pitchX: pitchX * by,
    pitchY: pitchY * by,
    caption: caption * by,
    width: width * by,
    height: height * by,
  };
}

/** The address under a point of the plane, as its place in the vSwitch; null between squares and outside. */
export function cellAt(layout: MapLayout, x: number, y: number): number | null {
  const { cell, columns, strips, rows, across, pitchX, pitchY, caption, size } = layout;
  const column = Math.floor(x / pitchX);
  const strip = Math.floor(y / pitchY);
  if (column < 0 || column >= columns || strip < 0 || strip >= strips) return null;
  const inX = Math.floor((x - column * pitchX) / cell);
  const inY = Math.floor((y - strip * pitchY - caption) / cell);
  if (inX < 0 || inX >= across || inY < 0 || inY >= rows) return null;
  const at = (strip * STRIP + column) * SQUARE + inY * SQUARE_SIDE + inX;
  return at < size ? at : null;
}

/** The top left corner of an address on the plane. */
export function placeOf(layout: MapLayout, at: number): { x: number; y: number } {
  const square = Math.floor(at / SQUARE);
  const inSquare = at % SQUARE;
  return {
    x: (square % STRIP) * layout.pitchX + (inSquare % SQUARE_SIDE) * layout.cell,
    y:
      Math.floor(square / STRIP) * layout.pitchY +
      layout.caption +
      Math.floor(inSquare / SQUARE_SIDE) * layout.cell,
  };
}

/** The address nearest to a point of the plane, wherever that is. */
export function nearestAt(layout: MapLayout, x: number, y: number): number {
  const { cell, columns, strips, rows, across, pitchX, pitchY, caption, size } = layout;
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.floor(value)));
  const column = clamp(x / pitchX, columns - 1);
  const strip = clamp(y / pitchY, strips - 1);
  const inX = clamp((x - column * pitchX) / cell, across - 1);
  const inY = clamp((y - strip * pitchY - caption) / cell, rows - 1);
  return Math.min(size - 1, (strip * STRIP + column) * SQUARE + inY * SQUARE_SIDE + inX);
}

/** The part of the plane that is in view. */
export type Viewport = { left: number; top: number; width: number; height: number };

/** The viewport moved so that it stays on the plane; a smaller plane is at its start. */
export function clampViewport(layout: MapLayout, { left, top, width, height }: Viewport): Viewport {
  const clamp = (value: number, most: number) => Math.round(Math.min(Math.max(0, most), Math.max(0, value)));
  return { left: clamp(left, layout.width - width), top: clamp(top, layout.height - height), width, height };
}

/** The viewport moved as little as makes an address visible with some of what is around it. */
export function reveal(layout: MapLayout, viewport: Viewport, at: number): Viewport {
  const { x, y } = placeOf(layout, at);
  const around = layout.cell * 2 + layout.caption;
  const shift = (start: number, length: number, from: number, until: number) => {
    if (from < start) return from;
    return until > start + length ? until - length : start;
  };
  const end = layout.cell + around;
  return clampViewport(layout, {
    ...viewport,
    left: shift(viewport.left, viewport.width, x - around, x + end),
    top: shift(viewport.top, viewport.height, y - around, y + end),
  });
}

/** The viewport with an address in its middle. */
export function centre(layout: MapLayout, viewport: Viewport, at: number): Viewport {
  const { x, y } = placeOf(layout, at);
  const left = x + layout.cell / 2 - viewport.width / 2;
  const top = y + layout.cell / 2 - viewport.height / 2;
  return clampViewport(layout, { ...viewport, left, top });
}
