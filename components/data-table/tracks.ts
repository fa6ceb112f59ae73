/** Width of the column of boxes, in px. */
export const SELECT_WIDTH = 36;

/** Least and most that a column can be made, in px. */
export const WIDTHS = { least: 48, most: 960, step: 16 } as const;

export type TrackOptions = {
  /** The columns in order; `size` is the least width of one that nobody has resized, in px. */
  columns: readonly { id: string; size: number }[];
  /** Widths that people chose, in px. */
  widths: Readonly<Record<string, number>>;
  /** How many of the first columns stay while the others move beneath them. */
  pinned: number;
  hasBoxes: boolean;
};

export type Tracks = {
  /** The value of `grid-template-columns`. */
  template: string;
  /** The least width of a row, in px. */
  least: number;
  /** Where each pinned column stands from the left, in px. */
  offsets: number[];
};

/** A width that someone asks for, within what a column can be. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(WIDTHS.most, Math.max(WIDTHS.least, width)));
}

/**
 * How the columns share the width. One that was resized is as wide as that; the others take what is left. Where more
 * than the first is pinned those are fixed, as a column can only stay at a place that is known.
 */
export function tracksOf({ columns, widths, pinned, hasBoxes }: TrackOptions): Tracks {
  const tracks = hasBoxes ? [`${SELECT_WIDTH}px`] : [];
  const offsets: number[] = [];
  let left = hasBoxes ? SELECT_WIDTH : 0;
  columns.forEach(({ id, size }, at) => {
    const chosen = widths[id];
    const isFixed = chosen !== undefined || (pinned > 1 && at < pinned);
    const width = chosen ?? size;
    if (at < pinned) offsets.push(left);
    left += width;
    tracks.push(isFixed ? `${width}px` : `minmax(${width}px,${width}fr)`);
  });
  return { template: tracks.join(' '), least: left, offsets };
}

/** What a cell keeps free beside its text, in px. */
const PADDING = 16;
/** What two-line rows keep free beside the text of their first line: the edges, and what stands at its end. */
const NARROW_SIDE = 144;

/**
 * How much room cells have for text in a table that is this wide, in px: columns share what is left as the tracks say.
 * Rows of two lines have room for what stands first in them.
 */
export function roomsOf(
  { columns, widths, pinned, hasBoxes }: TrackOptions,
  width: number,
  isNarrow: boolean,
): Record<string, number> {
  if (isNarrow) return Object.fromEntries(columns.slice(0, 1).map(({ id }) => [id, width - NARROW_SIDE]));
  const isFixed = (id: string, at: number) => widths[id] !== undefined || (pinned > 1 && at < pinned);
  const sum = (some: typeof columns) => some.reduce((all, { id, size }) => all + (widths[id] ?? size), 0);
  const shares = columns.filter(({ id }, at) => !isFixed(id, at));
  const fixed = (hasBoxes ? SELECT_WIDTH : 0) + sum(columns) - sum(shares);
  const stretch = Math.max(1, (width - fixed) / sum(shares));
  return Object.fromEntries(
    columns.map(({ id, size }, at) => [
      id,
      Math.floor(isFixed(id, at) ? (widths[id] ?? size) : size * stretch) - PADDING,
    ]),
  );
}
