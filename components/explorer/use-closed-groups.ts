'use client';

import { useCallback, useState } from 'react';
import type { GroupBy } from '@/lib/search/group-by';

const NONE: ReadonlySet<string> = new Set();

/** The groups whose rows are hidden, by their key; grouped by something else all are open. */
export function useClosedGroups(group: GroupBy | null) {
  const [held, setHeld] = useState({ group, closed: NONE });
  const closed = held.group === group ? held.closed : NONE;
  const toggle = useCallback(
    (key: string) =>
      setHeld((now) => {
        const next = new Set(now.group === group ? now.closed : NONE);
        if (!next.delete(key)) next.add(key);
        return { group, closed: next };
      }),
    [group],
  );
  return { closed, toggle };
}
