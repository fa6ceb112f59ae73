'use client';

import { useSyncExternalStore } from 'react';

/** Whether Mod is ⌘; no where there is no browser. */
export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /^(Mac|iPhone|iPad|iPod)/.test(navigator.platform);
}

const never = () => () => {};

/** The same for a component; on the server no. */
export function useIsMac(): boolean {
  return useSyncExternalStore(never, isMac, () => false);
}
