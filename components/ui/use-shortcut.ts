'use client';

import { useEffect, useRef } from 'react';
import { isTyping } from './is-typing';
import { hasSingleKeys } from './single-keys';

/** Runs when a single key is pressed outside of fields and dialogs. */
export function useShortcut(key: string, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== key || isTyping(event) || !hasSingleKeys()) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [key]);
}
