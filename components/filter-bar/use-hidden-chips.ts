'use client';

import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

/** How many of a list's items stand beneath its first line, where that is all that is seen of it. */
function beneathFirstLine(list: HTMLElement): number {
  const items = [...list.children].filter((item) => item instanceof HTMLElement);
  const first = items[0];
  return first ? items.filter((item) => item.offsetTop >= first.offsetTop + first.offsetHeight).length : 0;
}

/**
 * How many chips one line leaves out, counted anew as their number or the room changes.
 * @param isOneLine false where all lines are seen
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
