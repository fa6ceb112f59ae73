'use client';

import { type FocusEvent, useState } from 'react';
import { seated } from '@/lib/overview/seats';

/**
 * The first rows of a list that updates itself. While the pointer or the focus is on one of them, all keep their
 * positions.
 */
export function useSeats<Row extends { key: string }>(all: readonly Row[], most: number) {
  const [held, setHeld] = useState<readonly Row[] | null>(null);
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const first = all.slice(0, most);
  const isHeld = isPointed || isFocused;
  if (isHeld && held === null) setHeld(first);
  if (!isHeld && held !== null) setHeld(null);
  return {
    rows: held === null ? first : seated(held, all),
    holders: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
      },
    },
  };
}
