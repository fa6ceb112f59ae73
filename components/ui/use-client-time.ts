'use client';

import { useSyncExternalStore } from 'react';
import { serverNow } from '@/lib/clock/server-clock';

const never = () => () => {};

function everyMinute(onChange: () => void): () => void {
  const timer = setInterval(onChange, 60_000);
  return () => clearInterval(timer);
}

let zone: string | null = null;

/** Looked up once: the lookup costs more than everything else in a line of text, and every drawing needs it. */
function timeZone(): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone;
}

/** The reader's time zone; UTC on the server and until hydrated, so that the first HTML is what the browser draws. */
export function useTimeZone(): string {
  return useSyncExternalStore(never, timeZone, () => 'UTC');
}

/** Now by the browser's own clock, in the same manner: for times that people entered themselves. */
export function useOwnNow(): number | null {
  return useSyncExternalStore(
    everyMinute,
    () => Math.floor(Date.now() / 60_000) * 60_000,
    () => null,
  );
}

/** Now by the dashboard's clock, to the minute, in ms; null on the server and until hydrated. */
export function useNow(): number | null {
  return useSyncExternalStore(
    everyMinute,
    () => Math.floor(serverNow() / 60_000) * 60_000,
    () => null,
  );
}
