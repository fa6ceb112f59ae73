'use client';

import { useEffectEvent, useLayoutEffect, useSyncExternalStore } from 'react';
import type { CommandId } from '@/lib/keys/commands';
import { listen } from './listener';
import { onRegistered, register, registeredCommands } from './registry';

/**
 * Registers the action of a command while this component is mounted: its keys run it, and the palette offers it.
 * @param enabled false while there is nothing to do, for example when no row is selected
 */
export function useCommand(id: CommandId, run: () => void, { enabled = true } = {}): void {
  const runNow = useEffectEvent(run);
  // A passive effect may run a while after the page appears, and a key pressed before then would be lost.
  useLayoutEffect(() => {
    if (!enabled) return;
    const stopListening = listen();
    const unregister = register(id, () => runNow());
    return () => {
      unregister();
      stopListening();
    };
  }, [id, enabled]);
}

const NONE: readonly CommandId[] = [];

/** The commands that have an action on this page now. */
export function useRegisteredCommands(): readonly CommandId[] {
  return useSyncExternalStore(onRegistered, registeredCommands, () => NONE);
}
