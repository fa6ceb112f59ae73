'use client';

import { useSyncExternalStore } from 'react';

const NAME = 'eni_atlas_shown_view';

const listeners = new Set<() => void>();
/** If the browser forbids its storage, the page itself remembers. */
let remembered: string | null = null;

function read(): string | null {
  try {
    return window.sessionStorage.getItem(NAME) ?? remembered;
  } catch {
    return remembered;
  }
}

/** Remembers, for this tab, the view opened last: any later state counts as that view, modified. */
export function setShownView(key: string | null): void {
  remembered = key;
  try {
    if (key === null) window.sessionStorage.removeItem(NAME);
    else window.sessionStorage.setItem(NAME, key);
  } catch {
    // Already remembered above.
  }
  for (const listener of listeners) listener();
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

/** The key of the view that this tab opened last; null if none was, and on the server. */
export function useShownView(): string | null {
  return useSyncExternalStore(subscribe, read, () => null);
}
