'use client';

import { type RefObject, useEffect, useRef } from 'react';

type SoftEdgeProps = {
  scroller: RefObject<HTMLDivElement | null>;
  end: RefObject<HTMLDivElement | null>;
};

/** The right end of the rows, for {@link SoftEdge} to observe; beside the rows, in a box of the same width. */
export function RowEnd({ end }: { end: RefObject<HTMLDivElement | null> }) {
  return <div ref={end} aria-hidden="true" className="pointer-events-none absolute inset-y-0 right-0 w-px" />;
}

/**
 * Shows that columns continue beyond the right end, until the reader reaches it, and beneath the first column. Only
 * while they do, the scroller has `data-scrolled`: a sticky cell costs a layer of its own, which slows all scrolling,
 * so no cell is sticky before. The visible part of a row is `--sight` wide.
 */
export function SoftEdge({ scroller, end }: SoftEdgeProps) {
  const edge = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = scroller.current;
    if (!box || !end.current) return;
    const inSight = new IntersectionObserver(
      ([entry]) => {
        if (edge.current && entry) edge.current.hidden = entry.isIntersecting;
      },
      { root: box },
    );
    inSight.observe(end.current);
    const size = new ResizeObserver(() => {
      if (edge.current) edge.current.style.right = `${box.offsetWidth - box.clientWidth}px`;
      box.style.setProperty('--sight', `${box.clientWidth}px`);
    });
    size.observe(box);
    const onScroll = () => box.toggleAttribute('data-scrolled', box.scrollLeft > 0);
    onScroll();
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      inSight.disconnect();
      size.disconnect();
      box.removeEventListener('scroll', onScroll);
    };
  }, [scroller, end]);
  return (
    <div
      ref={edge}
      hidden
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 z-30 w-5 bg-linear-to-l from-ink/8 to-transparent print:hidden"
    />
  );
}
