'use client';

import { useCommand } from '@/components/keys/use-command';

type Options = {
  isEnabled: boolean;
  /** Gives the focus to the row that is the tab stop, or where that is out of sight to the first or last one in sight. */
  enter: (side: 'first' | 'last') => number;
  /** Null where rows cannot be selected. */
  onSelect: ((index: number) => void) | null;
  /** Null where rows cannot be copied. */
  onCopy: ((index: number) => void) | null;
};

/**
 * The keys of rows from anywhere else on the page: the first press goes to the rows, which then have their keys
 * themselves. Of several lists the one that came last has them.
 */
export function useRowCommands({ isEnabled, enter, onSelect, onCopy }: Options): void {
  useCommand('nextRow', () => void enter('first'), { enabled: isEnabled });
  useCommand('previousRow', () => void enter('last'), { enabled: isEnabled });
  useCommand('select', () => onSelect?.(enter('first')), { enabled: isEnabled && onSelect !== null });
  useCommand('copy', () => onCopy?.(enter('first')), { enabled: isEnabled && onCopy !== null });
}
