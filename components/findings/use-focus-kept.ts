'use client';

import { useEffect, useRef } from 'react';

/**
 * Moves the focus to a new place when the focused element is removed or hidden; otherwise the keyboard would start
 * again from the top of the page.
 * @param key changes when an element may have been removed; null if there is none
 * @param place the new place, given the previous key
 */
export function useFocusKept(key: string | null, place: (before: string) => HTMLElement | null | undefined) {
  const before = useRef(key);
  const latest = useRef(place);
  useEffect(() => {
    latest.current = place;
  });
  useEffect(() => {
    const was = before.current;
    before.current = key;
    const { activeElement, body } = document;
    const isLost =
      activeElement === body
        ? was !== key
        : activeElement !== null && activeElement.getClientRects().length === 0;
    if (was !== null && isLost) latest.current(was)?.focus();
  }, [key]);
}
