'use client';

import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** So many rows of a table are printed: what is drawn while the browser waits. docs/decisions/0075 */
export const MOST_PRINTED = 2000;

const listeners = new Set<() => void>();
let isAsked = false;
let media: MediaQueryList | null = null;

// The browser takes its picture of the page as soon as the event is over: what is printed has to be drawn in it.
function tell(): void {
  flushSync(() => {
    for (const listener of listeners) listener();
  });
}

function begin(): void {
  isAsked = true;
  tell();
}

function end(): void {
  isAsked = false;
  tell();
}

function subscribe(onChange: () => void): () => void {
  if (listeners.size === 0) {
    media = window.matchMedia('print');
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    media.addEventListener('change', tell);
  }
  listeners.add(onChange);
  return () => {
    listeners.delete(onChange);
    if (listeners.size > 0) return;
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    media?.removeEventListener('change', tell);
  };
}

/** Whether the page is being printed, or shown as it would be. False on the server. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isAsked || media?.matches === true,
    () => false,
  );
}
