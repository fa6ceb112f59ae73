'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';

/** The width of an element without its borders, in px, as it changes; null until it is laid out. */
export function useInnerWidth(element: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(entry ? Math.floor(entry.contentRect.width) : null),
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
