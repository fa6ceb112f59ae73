'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';

const isLost = () => document.activeElement === null || document.activeElement === document.body;

/**
 * For the pane of a level. The element that opened it may be gone, as a table row whose place it takes: then the pane
 * takes the focus, and returns it to that row when it closes; otherwise to the tile or the name that opened it.
 */
export function useLevelFocus(id: string): RefObject<HTMLElement | null> {
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = pane.current;
    const row = `row:${id} rows`;
    element?.setAttribute('data-focus-to', isLost() ? row : `${id} ${row}`);
    // A newly loaded page starts at its top.
    if (isLost() && navigator.userActivation?.hasBeenActive) element?.focus({ preventScroll: true });
  }, [id]);
  return pane;
}
