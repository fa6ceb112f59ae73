'use client';

import { useEffectEvent, useLayoutEffect } from 'react';
import { isInOpen, isTyping } from '@/components/keys/is-typing';
import { useCommand } from '@/components/keys/use-command';

type Keys = { onClose: () => void; onPrevious: (() => void) | null; onNext: (() => void) | null };

/** Esc closes the drawer from anywhere on the page; row keys step through the rows, if the focus is not in them. */
export function useDrawerKeys({ onClose, onPrevious, onNext }: Keys) {
  useCommand('nextRow', () => onNext?.());
  useCommand('previousRow', () => onPrevious?.());
  const close = useEffectEvent(onClose);
  // A passive effect may run a while after the drawer appears, and an Esc pressed before then would be lost.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.defaultPrevented || key !== 'Escape' || isTyping(target) || isInOpen(target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      event.preventDefault();
      close();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
