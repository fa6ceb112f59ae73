'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { areCharacters, type Keys, strokeOf } from '@/lib/keys/spelling';
import { isMac } from './platform';

/** How long, in ms, a key may still become the first of a pair. */
const WAIT = 900;

type Capture = { onKeys: (keys: Keys | null) => void; onCancel: () => void };

/**
 * Captures the keys pressed for a command: one stroke, or two characters one after the other. Esc and Tab cancel,
 * Delete and Backspace mean "no keys".
 */
export function useKeyCapture({ onKeys, onCancel }: Capture) {
  const [first, setFirst] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.repeat) return;
    const stroke = strokeOf(event, isMac());
    if (stroke === 'Tab' || stroke === 'Shift+Tab') {
      onCancel();
      return;
    }
    // This press must reach neither the dialog, nor the browser, nor a command of ours.
    event.preventDefault();
    event.stopPropagation();
    if (stroke === null) return;
    clearTimeout(timer.current);
    if (stroke === 'Escape') onCancel();
    else if (first === null && (stroke === 'Delete' || stroke === 'Backspace')) onKeys(null);
    else if (first !== null) onKeys(`${first} ${stroke}`);
    else if (!areCharacters(stroke)) onKeys(stroke);
    else {
      setFirst(stroke);
      timer.current = setTimeout(() => onKeys(stroke), WAIT);
    }
  };
  return { first, onKeyDown };
}
