/** Heights in px. CSS uses the class for the layout, so that the first HTML is right at any width. */
export const HEADER_HEIGHT = 30;
export const NARROW = '(width < 720px)';

/** Height of the summary row beneath the header, if there is one. */
export const SUMMARY_HEIGHT = { wide: 42, narrow: 64 } as const;
export const SUMMARY_CLASS = 'h-[42px] max-[720px]:h-[64px]';

const HEIGHTS = { compact: 28, relaxed: 36, narrow: 52 } as const;

export const ROW_CLASS = {
  compact: '[--row-height:28px] max-[720px]:[--row-height:52px]',
  relaxed: '[--row-height:36px] max-[720px]:[--row-height:52px]',
} as const;

/** The height of a row, for the virtualizer. */
export function rowHeight(density: 'compact' | 'relaxed', isNarrow: boolean): number {
  return isNarrow ? HEIGHTS.narrow : HEIGHTS[density];
}
