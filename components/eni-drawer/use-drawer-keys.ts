'use client';

import { type RefObject, useEffect, useRef } from 'react';

type Keys = { onClose: () => void; onPrevious: (() => void) | null; onNext: (() => void) | null };

/** Whether keys pressed here are text, or belong to something that is open above the page. */
function isTaken(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"]') !==
      null
  );
}

/** Esc closes the drawer from anywhere on the page; J and K walk the rows while it, or nothing, has the focus. */
export function useDrawerKeys(drawer: RefObject<HTMLElement | null>, keys: Keys) {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event;
      const isModified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (event.defaultPrevented || isModified || isTaken(target)) return;
      const isHere = target === document.body || (target instanceof Node && drawer.current?.contains(target));
      const { onClose, onNext, onPrevious } = latest.current;
      const act =
        key === 'Escape'
          ? onClose
          : isHere && key === 'j'
            ? onNext
            : isHere && key === 'k'
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
