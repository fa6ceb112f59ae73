'use client';

import { useSyncExternalStore } from 'react';

/** Whether Mod is ⌘; false without a browser. */
export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /^(Mac|iPhone|iPad|iPod)/.test(navigator.platform);
}

const never = () => () => {};

/** The same for a component; false on the server. */
export function useIsMac(): boolean {
  return useSyncExternalStore(never, isMac, () => false);
}
