'use client';

import { type RefObject, useCallback, useRef } from 'react';

const BUTTONS = 'button[data-remove]';

/**
 * Takes rows out and keeps the focus where it was: on the button of the row that comes up in its place, so that a keyboard
 * can go on.
 */
export function useRemoval(onRemove: (id: string) => void): {
  list: RefObject<HTMLElement | null>;
  remove: (id: string) => void;
} {
  const list = useRef<HTMLElement>(null);
  const remove = useCallback(
    (id: string) => {
      const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>(BUTTONS) ?? [])];
      const at = buttons().indexOf(document.activeElement as HTMLElement);
      onRemove(id);
      requestAnimationFrame(() => {
        const left = buttons();
        left[Math.min(Math.max(0, at), left.length - 1)]?.focus();
      });
    },
    [onRemove],
  );
  return { list, remove };
}
