'use client';

import { useLayoutEffect, useState } from 'react';

/**
 * The cell whose card is shown, until Escape dismisses it: the card may cover something that the reader wants to see,
 * wherever the focus is (WCAG 2.2, 1.4.13). Another cell shows its own card again.
 * @param at the cell; null for none
 * @param isShared whether the same Escape also closes something else, which then gets the event as well
 * @returns the cell, or null while it is put away
 */
export function useDismissed(at: number | null, isShared: boolean): number | null {
  const [away, setAway] = useState<number | null>(null);
  const isShown = at !== null && at !== away;
  useLayoutEffect(() => {
    if (!isShown) {
      if (at === null) setAway(null);
      return;
    }
    const dismiss = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      setAway(at);
      if (isShared) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before others hear it: Escape closes the uppermost first.
    window.addEventListener('keydown', dismiss, { capture: true });
    return () => window.removeEventListener('keydown', dismiss, { capture: true });
  }, [at, isShown, isShared]);
  return isShown ? at : null;
}
