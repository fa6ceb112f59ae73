'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether a browser has taken over the server's HTML: facts that only the browser knows must not be in the first. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
