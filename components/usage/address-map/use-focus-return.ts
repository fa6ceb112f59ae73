'use client';

import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { drawerId } from '@/lib/search/drawer-key';

/**
 * When the drawer that was opened from a map closes, the map gets the focus back.
 * @param drawer the ENI whose drawer is open: its id or its key
 * @returns call it with each drawer that is opened from here
 */
export function useFocusReturn(
  surface: RefObject<HTMLElement | null>,
  drawer: string | null,
): (eniId: string) => void {
  const opened = useRef<string | null>(null);
  const before = useRef(drawer);
  useEffect(() => {
    const hasClosed = before.current !== null && drawer === null;
    before.current = drawer;
    // The user has opened another one from elsewhere.
    if (drawer !== null && drawerId(drawer) !== opened.current) opened.current = null;
    if (!hasClosed) return;
    if (opened.current !== null || document.activeElement === document.body) surface.current?.focus();
    opened.current = null;
  }, [surface, drawer]);
  return useCallback((eniId: string) => {
    opened.current = eniId;
  }, []);
}
