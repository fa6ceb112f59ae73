import { CELL_SIZES, LEGIBLE_CELL, layoutOf, type MapLayout, type Viewport } from './layout';

/** What fits an upright sheet of A4 below a line of text, in pixels of CSS, beside the names of the rows. */
const SHEET = { width: 680, height: 900 };

/** A /19: with more addresses than this, legible cells would take sheet after sheet. */
const MOST_LEGIBLE = 8192;

/**
 * How a map of `size` addresses is put on paper: whole, with cells as large as a sheet allows; where that would leave
 * them illegible, in pieces of as many squares as stand side by side on a sheet, in reading order; of very many
 * addresses whole and small.
 */
export function paperPlan(size: number): { layout: MapLayout; pieces: Viewport[] } {
  const fits = CELL_SIZES.map((cell) => layoutOf(size, cell)).filter(
    ({ width, height }) => width <= SHEET.width && height <= SHEET.height,
  );
  const whole = fits.at(-1) ?? layoutOf(size, CELL_SIZES[0]);
  if (whole.cell >= LEGIBLE_CELL || size > MOST_LEGIBLE)
    return { layout: whole, pieces: [{ left: 0, top: 0, width: whole.width, height: whole.height }] };
  const layout = layoutOf(size, LEGIBLE_CELL);
  const { pitchX, pitchY, columns, strips, width, height } = layout;
  const across = Math.floor(SHEET.width / pitchX);
  const pieces = Array.from({ length: strips }, (_, strip) =>
    Array.from({ length: Math.ceil(columns / across) }, (_, at) => ({
      left: at * across * pitchX,
      top: strip * pitchY,
      width: Math.min(across * pitchX, width - at * across * pitchX),
      height: Math.min(pitchY, height - strip * pitchY),
    })),
  );
  return { layout, pieces: pieces.flat() };
}
