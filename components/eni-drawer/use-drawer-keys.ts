'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { commandOf } from '@/components/keys/listener';

type Keys = { onClose: () => void; onPrevious: (() => void) | null; onNext: (() => void) | null };

/** Whether keys pressed here are text, or belong to something that is open above the page. */
function isTaken(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"]') !==
      null
  );
}

/** Esc closes the drawer from anywhere on the page; the keys of rows walk them while it, or nothing, has the focus. */
export function useDrawerKeys(drawer: RefObject<HTMLElement | null>, keys: Keys) {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.defaultPrevented || isTaken(target)) return;
      const isHere = target === document.body || (target instanceof Node && drawer.current?.contains(target));
      const { onClose, onNext, onPrevious } = latest.current;
      const isModified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      const command = isHere ? commandOf(event, 'rows') : null;
      const act =
        key === 'Escape' && !isModified
          ? onClose
          : command === 'nextRow'
            ? onNext
            : command === 'previousRow'
              ? onPrevious
              : null;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [drawer]);
}
