'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { onShelf, recall, type Shelved, shelvedAs } from './export-shelf';

/** The export of this name, loaded from the browser's storage if it is there; null for no name. */
export function useSavedExport(name: string | null): Shelved | null {
  const shelved = useSyncExternalStore(
    onShelf,
    () => (name === null ? null : shelvedAs(name)),
    () => null,
  );
  useEffect(() => {
    if (name !== null) void recall(name);
  }, [name]);
  return shelved;
}
