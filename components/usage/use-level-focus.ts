'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';

const isLost = () => document.activeElement === null || document.activeElement === document.body;

/**
 * For the pane of a level. What it was opened from may be gone, as the row of a table that it takes the place of: then
 * it takes the focus. It gives it to the table that takes its own place when it closes.
 */
export function useLevelFocus(): RefObject<HTMLElement | null> {
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = pane.current;
    // A page that has just been loaded starts at its top.
    if (isLost() && navigator.userActivation?.hasBeenActive) element?.focus({ preventScroll: true });
    return () => {
      if (!element?.contains(document.activeElement)) return;
      queueMicrotask(() => {
        if (isLost()) document.querySelector<HTMLElement>('main [role="grid"] [tabindex="0"]')?.focus();
      });
    };
  }, []);
  return pane;
}
