'use client';

import { type RefObject, useEffect, useRef } from 'react';

type Hairs = Record<'start' | 'end', RefObject<HTMLDivElement | null>>;

type SoftEdgeProps = { scroller: RefObject<HTMLDivElement | null>; hairs: Hairs };

/** Refs for the two ends of the rows. */
export function useHairs(): Hairs {
  return { start: useRef<HTMLDivElement>(null), end: useRef<HTMLDivElement>(null) };
}

/** The two ends of the rows, for {@link SoftEdge} to look at; beside the rows, in a box that is as wide. */
export function RowHairs({ start, end }: Hairs) {
  return (
    <>
      <div ref={start} aria-hidden="true" className="pointer-events-none absolute inset-y-0 left-0 w-px" />
      <div ref={end} aria-hidden="true" className="pointer-events-none absolute inset-y-0 right-0 w-px" />
    </>
  );
}

/**
 * Tells that columns go on beyond the right end, until the reader is there, and beneath the first column. The ends of
 * the rows are watched and not the scrolling: to ask where a box has scrolled to costs a layout each time.
 */
export function SoftEdge({ scroller, hairs: { start, end } }: SoftEdgeProps) {
  const edge = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = scroller.current;
    if (!box || !start.current || !end.current) return;
    const inSight = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (target === start.current) box.dataset.scrolled = String(!isIntersecting);
          else {
            if (edge.current) edge.current.hidden = isIntersecting;
            // A cell that stays costs a layer of its own, so none does before there is more than fits.
            if (!isIntersecting) box.dataset.wide = 'true';
          }
      },
      { root: box },
    );
    inSight.observe(start.current);
    inSight.observe(end.current);
    const size = new ResizeObserver(() => {
      if (edge.current) edge.current.style.right = `${box.offsetWidth - box.clientWidth}px`;
    });
    size.observe(box);
    return () => {
      inSight.disconnect();
      size.disconnect();
    };
  }, [scroller, start, end]);
  return (
    <div
      ref={edge}
      hidden
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 z-30 w-5 bg-linear-to-l from-ink/8 to-transparent"
    />
  );
}
