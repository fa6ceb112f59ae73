'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { onShelf, recall, type Shelved, shelvedAs } from './export-shelf';

/** The export of this name, fetched out of the browser where it is kept; null for no name. */
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
