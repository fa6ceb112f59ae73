'use client';

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect } from 'react';
import { useMedia } from '@/components/ui/use-media';
import { HEADER_HEIGHT, NARROW, rowHeight, SUMMARY_HEIGHT } from './row-metrics';

type Options = {
  scroller: RefObject<HTMLDivElement | null>;
  count: number;
  density: 'compact' | 'relaxed';
  /** The focused row, which stays in the document wherever the reader scrolls. */
  pinned: number;
  /** A summary row stays beneath the header. */
  hasSummary: boolean;
};

/** How much the server draws, so that rows are in the first HTML. */
const FIRST_VIEW = { width: 1200, height: 900 };

/** Which rows are drawn. */
export function useRowWindow({ scroller, count, density, pinned, hasSummary }: Options) {
  const isNarrow = useMedia(NARROW);
  const height = rowHeight(density, isNarrow);
  const summary = hasSummary ? SUMMARY_HEIGHT[isNarrow ? 'narrow' : 'wide'] : 0;
  const header = summary + (isNarrow ? 0 : HEADER_HEIGHT);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    // React draws once before the next frame, however many wheel events arrive before it.
    useFlushSync: false,
    initialRect: FIRST_VIEW,
    scrollMargin: header,
    scrollPaddingStart: header,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const drawn = defaultRangeExtractor(range);
        if (pinned < 0 || pinned >= range.count || drawn.includes(pinned)) return drawn;
        return pinned < (drawn[0] ?? 0) ? [pinned, ...drawn] : [...drawn, pinned];
      },
      [pinned],
    ),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are remembered until told that they changed
  useLayoutEffect(() => virtualizer.measure(), [height, header]);
  const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 600) - header) / height) - 1);
  return { virtualizer, items: virtualizer.getVirtualItems(), page, isScrolling: virtualizer.isScrolling };
}
