'use client';

import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** The most rows of a table that are printed: they are drawn while the browser waits. docs/decisions/0075 */
export const MOST_PRINTED = 2000;

const listeners = new Set<() => void>();
let isAsked = false;
let media: MediaQueryList | null = null;

// The browser captures the page as soon as the event is over: everything to print must be drawn during the event.
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

/** Whether the page is being printed, or shown in print preview. False on the server. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isAsked || media?.matches === true,
    () => false,
  );
}
