'use client';

import { useEffect, useRef } from 'react';

/**
 * Gives the focus a new place when what had it is gone or hidden, which keys would start again from the top of the
 * page for.
 * @param key changes when something may have gone; null where nothing is there
 * @param place where to, by the key that was
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
