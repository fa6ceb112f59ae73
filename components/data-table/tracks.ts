/** Width of the column of boxes, in px. */
export const SELECT_WIDTH = 36;

/** The narrowest and widest a column can be made, in px. */
export const WIDTHS = { least: 48, most: 960, step: 16 } as const;

export type TrackOptions = {
  /** The columns in order; `size` is the least width, in px, of a column that the user has not resized. */
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

/** A requested width, limited to the widths that a column can have. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(WIDTHS.most, Math.max(WIDTHS.least, width)));
}

/**
 * How the columns share the width. A resized column keeps its width; the others share the rest. If more than the first
 * column is pinned, pinned columns have fixed widths, as a column can only be pinned at a known position.
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

/** The room that a cell leaves free beside its text, in px. */
const PADDING = 16;
/** The room that two-line rows leave beside the text of their first line: the edges, and the content at its end. */
const NARROW_SIDE = 144;

/**
 * How much room cells have for text in a table of this width, in px: columns share the rest as the tracks say. In
 * two-line rows it is the room of their first item.
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
