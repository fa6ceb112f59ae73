'use client';

import { type RefObject, useCallback, useRef } from 'react';

const BUTTONS = 'button[data-remove]';

/**
 * Removes rows and keeps the focus in its position, on the button of the row that moves up, so that keyboard users can
 * go on.
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
