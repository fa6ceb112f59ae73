'use client';

import { useLayoutEffect, useState } from 'react';

/**
 * What is shown beside a cell, until Escape puts it away: it may cover what someone wants to read, wherever the focus is
 * (WCAG 2.2, 1.4.13). Another cell shows its own again.
 * @param at the cell; null for none
 * @param isShared whether the same Escape is for something else too, which then hears it as well
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
