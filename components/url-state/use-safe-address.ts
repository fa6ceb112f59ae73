'use client';

import { useEffect } from 'react';
import { safeHref } from '@/lib/search/link/link';

/**
 * Respells the address that opened a page so that it arrives whole wherever people paste it: they copy links from the
 * address bar too, and a person who typed this one left its marks bare. It reads the same.
 */
export function useSafeAddress(): void {
  useEffect(() => {
    const safe = safeHref(window.location.href);
    if (safe !== window.location.href) window.history.replaceState(null, '', safe);
  }, []);
}
