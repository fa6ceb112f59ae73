/**
 * A window of a list: what PageNumber and PageSize ask for, and which rows those are, from 0, `to` being the first
 * after it.
 */
export type Window = { number: number; size: number; from: number; to: number };

/** The number of times that an earlier window is tried. */
export const MOST_EARLIER = 4;

type Sizes = {
  /** The most rows of a numbered page, and the least that is tried: a smaller page costs calls. */
  most: number;
  least: number;
  /**
   * Rows that a window shares with the one before it at least. Rows shift while ENIs come and go, so two windows are
   * only known to leave nothing out between them where one has a row of the other; this many may vanish meanwhile.
   */
  overlap: number;
  /** How much farther each earlier window begins. */
  back: number;
};

const windowOf = (number: number, size: number): Window => ({
  number,
  size,
  from: (number - 1) * size,
  to: number * size,
});

/** The windows that read a list from its start, each sharing some rows with the last. */
export function createWindows({ most, least, overlap, back }: Sizes) {
  const windows: Window[] = [windowOf(1, most)];

  /**
   * The window that begins at this row or before it and goes on the farthest. The whole pages before a window are of
   * its own size, so sizes are tried for the one that fits best: from `largest`, every `step` rows.
   */
  function windowFrom(row: number, largest = most, step = 1): Window {
    let best = windowOf(1, largest);
    if (row < least) return best;
    for (let size = largest; size >= least; size -= step) {
      const window = windowOf(Math.floor(row / size) + 1, size);
      if (window.to > best.to) best = window;
    }
    return best;
  }

  /** The n-th window, from 1. */
  function nthWindow(n: number): Window {
    for (let last = windows.at(-1); windows.length < n && last; last = windows.at(-1))
      windows.push(windowFrom(last.to - overlap));
    return windows[n - 1] as Window;
  }

  /** The number of the window that has the last of this many rows, from 1. */
  function lastWindow(total: number): number {
    let n = 1;
    while (nthWindow(n).to < total) n += 1;
    return n;
  }

  /**
   * A window that begins some way before the n-th one, for when the n-th no longer shares a row with those read: the
   * list has become shorter. Each further try begins farther back and has its own size, or a cache would return it
   * unchanged.
   */
  function earlierWindow(n: number, tries: number): Window {
    return windowFrom(Math.max(0, nthWindow(n).from - back * tries), most - tries, MOST_EARLIER);
  }

  return { nthWindow, lastWindow, earlierWindow };
}

/** For DescribeNetworkInterfaces. Source: PageSize. */
export const { nthWindow, lastWindow, earlierWindow } = createWindows({
  most: 1000,
  least: 900,
  overlap: 8,
  back: 200,
});
