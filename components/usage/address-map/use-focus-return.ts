'use client';

import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { drawerId } from '@/lib/search/drawer-key';

/**
 * The drawer that was opened from a map goes, and the map has the focus again.
 * @param drawer the ENI whose drawer is open: its id or its key
 * @returns is to be told which drawer is opened from here
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
    // Another one has been opened from elsewhere.
    if (drawer !== null && drawerId(drawer) !== opened.current) opened.current = null;
    if (!hasClosed) return;
    if (opened.current !== null || document.activeElement === document.body) surface.current?.focus();
    opened.current = null;
  }, [surface, drawer]);
  return useCallback((eniId: string) => {
    opened.current = eniId;
  }, []);
}
