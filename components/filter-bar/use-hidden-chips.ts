'use client';

import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

/** How many of a list's items are below its first line, when only that line is visible. */
function beneathFirstLine(list: HTMLElement): number {
  const items = [...list.children].filter((item) => item instanceof HTMLElement);
  const first = items[0];
  return first ? items.filter((item) => item.offsetTop >= first.offsetTop + first.offsetHeight).length : 0;
}

/**
 * How many chips one line leaves out, counted again when their number or the room changes.
 * @param isOneLine false if all lines are visible
 */
export function useHiddenChips(
  list: RefObject<HTMLElement | null>,
  count: number,
  isOneLine: boolean,
): number {
  const [hidden, setHidden] = useState(0);
  const look = useCallback(
    () => setHidden(isOneLine && list.current ? beneathFirstLine(list.current) : 0),
    [list, isOneLine],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is there only while there are chips
  useLayoutEffect(() => {
    look();
    if (!isOneLine || !list.current) return;
    const observer = new ResizeObserver(look);
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [look, count]);
  return hidden;
}
