'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether this is drawn by a browser that has taken the server's HTML over: what only it knows must not be in the first. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
