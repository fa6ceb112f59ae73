import { type MapLayout, SQUARE_SIDE, type Viewport } from './layout';
import type { Pixel } from './tiles';

/** What a map is drawn from; `kinds` is the tile of each address, `atlas` the tiles at the size of the layout's cell. */
export type Drawing = { layout: MapLayout; kinds: Uint8Array; atlas: Uint32Array; background: Pixel };

/** The pixels of a viewport, row by row. */
export type Frame = { pixels: Uint32Array; width: number; height: number };

const SQUARE = SQUARE_SIDE * SQUARE_SIDE;
const STRIP = 16;

/** Draws a row of pixels from `x` to `right`; `first` is the address at the start of the row in the strip's first square. */
function drawRow(
  { layout, kinds, atlas, background }: Drawing,
  pixels: Uint32Array,
  row: { base: number; first: number; inTile: number; left: number },
  from: number,
  right: number,
): void {
  const { cell, across, pitchX, columns } = layout;
  const area = cell * cell;
  let x = from;
  while (x < right) {
    const planeX = x + row.left;
    const column = Math.floor(planeX / pitchX);
    const inSquare = planeX - column * pitchX;
    const at = Math.floor(inSquare / cell);
    if (column >= columns || at >= across) {
      const until = column >= columns ? right : Math.min(right, (column + 1) * pitchX - row.left);
      pixels.fill(background, row.base + x, row.base + until);
      x = until;
      continue;
    }
    const inCell = inSquare - at * cell;
    const kind = kinds[row.first + column * SQUARE + at] as number;
    let source = kind * area + row.inTile + inCell;
    const until = Math.min(right, x + cell - inCell);
    // A copy by hand: `set` and `copyWithin` cost more than they save over a few pixels.
    while (x < until) pixels[row.base + x++] = atlas[source++] as number;
  }
}

function drawBox(
  drawing: Drawing,
  frame: Frame,
  view: Viewport,
  left: number,
  top: number,
  right: number,
  bottom: number,
) {
  const { layout, background } = drawing;
  const { cell, pitchY, caption, rows, strips } = layout;
  for (let y = top; y < bottom; y++) {
    const planeY = y + view.top;
    const strip = Math.floor(planeY / pitchY);
    const inRows = planeY - strip * pitchY - caption;
    const row = Math.floor(inRows / cell);
    const base = y * frame.width;
    if (strip >= strips || inRows < 0 || row >= rows) {
      frame.pixels.fill(background, base + left, base + right);
      continue;
    }
    const first = strip * STRIP * SQUARE + row * SQUARE_SIDE;
    const inTile = (inRows - row * cell) * cell;
    drawRow(drawing, frame.pixels, { base, first, inTile, left: view.left }, left, right);
  }
}

/** Draws all of a viewport. Nothing of the plane lies left of or above 0. */
export function drawFrame(drawing: Drawing, frame: Frame, view: Viewport): void {
  drawBox(drawing, frame, view, 0, 0, frame.width, frame.height);
}

/**
 * Draws a viewport from one that is already drawn: moves the pixels that both show, and draws only the new part.
 * @param before the viewport that `frame` shows
 */
export function panFrame(drawing: Drawing, frame: Frame, before: Viewport, view: Viewport): void {
  const { width, height, pixels } = frame;
  const dx = view.left - before.left;
  const dy = view.top - before.top;
  if (Math.abs(dx) >= width || Math.abs(dy) >= height) {
    drawFrame(drawing, frame, view);
    return;
  }
  const shift = dy * width + dx;
  // In one go: pixels that wrap around a row's end land where the map is redrawn.
  if (shift > 0) pixels.copyWithin(0, shift);
  else if (shift < 0) pixels.copyWithin(-shift, 0);
  if (dy > 0) drawBox(drawing, frame, view, 0, height - dy, width, height);
  if (dy < 0) drawBox(drawing, frame, view, 0, 0, width, -dy);
  if (dx > 0) drawBox(drawing, frame, view, width - dx, 0, width, height);
  if (dx < 0) drawBox(drawing, frame, view, 0, 0, -dx, height);
}
