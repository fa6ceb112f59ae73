'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** Tells that columns go on beyond the right end, until the reader is there, and beneath the first column. */
export function SoftEdge({ scroller }: { scroller: RefObject<HTMLDivElement | null> }) {
  const edge = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = scroller.current;
    const grid = box?.firstElementChild;
    if (!box || !grid) return;
    const update = () => {
      box.dataset.scrolled = String(box.scrollLeft > 0);
      if (!edge.current) return;
      edge.current.hidden = box.scrollWidth - box.clientWidth - box.scrollLeft < 2;
      edge.current.style.right = `${box.offsetWidth - box.clientWidth}px`;
    };
    const sizes = new ResizeObserver(update);
    sizes.observe(box);
    sizes.observe(grid);
    box.addEventListener('scroll', update, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', update);
    };
  }, [scroller]);
  return (
    <div
      ref={edge}
      hidden
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 z-30 w-5 bg-linear-to-l from-ink/8 to-transparent"
    />
  );
}
