'use client';

import { useCommand } from '@/components/keys/use-command';

type Options = {
  isEnabled: boolean;
  /** Focuses the tab-stop row, or if that is out of sight, the first or last row in sight. */
  enter: (side: 'first' | 'last') => number;
  /** Null where rows cannot be selected. */
  onSelect: ((index: number) => void) | null;
  /** Null where rows cannot be copied. */
  onCopy: ((index: number) => void) | null;
};

/**
 * The row keys pressed elsewhere on the page: the first press moves the focus to the rows, which then handle the keys
 * themselves. Of several lists, the most recently mounted one takes them.
 */
export function useRowCommands({ isEnabled, enter, onSelect, onCopy }: Options): void {
  useCommand('nextRow', () => void enter('first'), { enabled: isEnabled });
  useCommand('previousRow', () => void enter('last'), { enabled: isEnabled });
  useCommand('select', () => onSelect?.(enter('first')), { enabled: isEnabled && onSelect !== null });
  useCommand('copy', () => onCopy?.(enter('first')), { enabled: isEnabled && onCopy !== null });
}
