'use client';

import { useEffect } from 'react';
import { safeHref } from '@/lib/search/link/link';

/**
 * Spells the address that a page was opened by so that it arrives whole where people paste it: links are copied from the
 * address bar too, and whoever typed this one left its marks bare. It reads the same.
 */
export function useSafeAddress(): void {
  useEffect(() => {
    const safe = safeHref(window.location.href);
    if (safe !== window.location.href) window.history.replaceState(null, '', safe);
  }, []);
}
