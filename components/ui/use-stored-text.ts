'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { isForgetting, personal } from './person-key';

const CHANGED = 'eni-atlas:stored';

/** This page's substitute for a storage that is full or forbidden: it lasts as long as the page. */
const fallback = new Map<string, string>();

/** The text kept under a name, for callers outside of components. */
export function readStoredText(plain: string): string | null {
  const name = personal(plain);
  // First: a full storage still has the previous text.
  const unkept = fallback.get(name);
  if (unkept !== undefined) return unkept;
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * The setter for callers outside of components.
 * @returns whether the browser keeps it
 */
export function writeStoredText(plain: string, text: string | null): boolean {
  const name = personal(plain);
  if (isForgetting()) return false;
  let isKept = true;
  fallback.delete(name);
  try {
    if (text === null) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, text);
  } catch {
    isKept = false;
    if (text !== null) fallback.set(name, text);
  }
  window.dispatchEvent(new Event(CHANGED));
  return isKept;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener('storage', onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener('storage', onChange);
  };
}

/** A text that the browser keeps under a name, in every tab; null if there is none, and on the server. */
export function useStoredText(name: string): [string | null, (text: string | null) => boolean] {
  const text = useSyncExternalStore(
    subscribe,
    () => readStoredText(name),
    () => null,
  );
  const set = useCallback((next: string | null) => writeStoredText(name, next), [name]);
  return [text, set];
}
