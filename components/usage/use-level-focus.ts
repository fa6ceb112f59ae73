'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';

const isLost = () => document.activeElement === null || document.activeElement === document.body;

/**
 * For the pane of a level. What it was opened from may be gone, as the row of a table that it takes the place of: then
 * it takes the focus, and gives it to that row when it closes; else to the tile or the name it was opened from.
 */
export function useLevelFocus(id: string): RefObject<HTMLElement | null> {
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = pane.current;
    const row = `row:${id} rows`;
    element?.setAttribute('data-focus-to', isLost() ? row : `${id} ${row}`);
    // A page that has just been loaded starts at its top.
    if (isLost() && navigator.userActivation?.hasBeenActive) element?.focus({ preventScroll: true });
  }, [id]);
  return pane;
}
