'use client';

import type { KeyboardEvent } from 'react';
import { commandOf } from '@/components/keys/listener';
import { hasSingleKeys } from '@/components/keys/single-keys';
import type { CommandId } from '@/lib/keys/commands';

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
  /** What the commands of a map do while it has the focus. */
  commands: Partial<Record<CommandId, () => void>>;
  onGoTo: () => void;
};

/** The keys of a map that has the focus. */
export function mapKeys({ size, cursor, onMove, onExtend, onOpen, onLeave, commands, onGoTo }: MapKeys) {
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
    const command = commandOf(event, 'map');
    const run =
      command !== null ? commands[command] : event.key === '/' && hasSingleKeys() ? onGoTo : undefined;
    if (run !== undefined) {
      // Prevented, it is not heard as a key of the page, which has a meaning of its own for `/`.
      event.preventDefault();
      run();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onOpen();
    } else if (event.key === 'Escape' && onLeave()) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}
