'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

type Options = {
  list: RefObject<HTMLElement | null>;
  count: number;
  /** The field after the chips. */
  focusField: () => void;
  onRemove: (at: number) => void;
};

/** The chips as one tab stop: arrows walk them and into the field, Delete and Backspace remove one. */
export function useChipFocus({ list, count, focusField, onRemove }: Options) {
  const [active, setActive] = useState(0);
  const afterRemoval = useRef<number | null>(null);

  const focusAt = (at: number) => {
    if (at >= count) return focusField();
    list.current?.querySelectorAll<HTMLElement>('[data-chip]')[Math.max(0, at)]?.focus();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves once, when the chip has gone
  useEffect(() => {
    if (afterRemoval.current === null) return;
    const at = Math.min(afterRemoval.current, count - 1);
    afterRemoval.current = null;
    if (count === 0) focusField();
    else focusAt(at);
  }, [count]);

  const remove = (at: number) => {
    afterRemoval.current = at;
    onRemove(at);
  };

  const onKeyDown = (at: number) => (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowLeft') focusAt(at - 1);
    else if (event.key === 'ArrowRight') focusAt(at + 1);
    else if (event.key === 'Home') focusAt(0);
    else if (event.key === 'End' || event.key === 'Escape') focusField();
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(at);
    else return;
    event.preventDefault();
  };

  return {
    active: Math.min(active, count - 1),
    setActive,
    remove,
    onKeyDown,
    focusLast: () => focusAt(count - 1),
  };
}
