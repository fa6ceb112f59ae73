'use client';

import type { KeyboardEvent } from 'react';
import { hasSingleKeys } from '@/components/ui/single-keys';

const ROW = 16;
const SQUARE = 256;

/** Where a key leads from an address: by its place in the vSwitch, unbounded. */
const STEPS: Record<string, (at: number, isWhole: boolean, size: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at - ROW,
  ArrowDown: (at) => at + ROW,
  PageUp: (at) => at - SQUARE,
  PageDown: (at) => at + SQUARE,
  Home: (at, isWhole) => (isWhole ? 0 : at - (at % ROW)),
  End: (at, isWhole, size) => (isWhole ? size - 1 : Math.min(size, at - (at % ROW) + ROW) - 1),
};

type MapKeys = {
  size: number;
  cursor: number;
  onMove: (at: number) => void;
  /** Shift and an arrow: the selection goes as far as here. */
  onExtend: (at: number) => void;
  onOpen: () => void;
  /** @returns whether there was something to leave */
  onLeave: () => boolean;
  /** What single letters do while the map has the focus. */
  letters: Record<string, () => void>;
};

/** The keys of a map that has the focus. */
export function mapKeys({ size, cursor, onMove, onExtend, onOpen, onLeave, letters }: MapKeys) {
  return (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined && !event.altKey && !event.metaKey) {
      event.preventDefault();
      const to = step(cursor, event.ctrlKey, size);
      if (to < 0 || to >= size) return;
      if (event.shiftKey) onExtend(to);
      else onMove(to);
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const letter = hasSingleKeys() ? letters[event.key] : undefined;
    if (letter !== undefined) {
      event.preventDefault();
      // The page has a meaning of its own for some of them.
      event.stopPropagation();
      letter();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onOpen();
    } else if (event.key === 'Escape' && onLeave()) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}
