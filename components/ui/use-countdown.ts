'use client';

import { useEffect, useState } from 'react';

/** Whole seconds left of `seconds`, counted from when `subject` came. */
export function useCountdown(seconds: number, subject: unknown): number {
  const [left, setLeft] = useState(Math.ceil(seconds));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new subject starts the count again
  useEffect(() => {
    const end = Date.now() + seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tick();
    if (seconds <= 0) return;
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [seconds, subject]);
  return left;
}
