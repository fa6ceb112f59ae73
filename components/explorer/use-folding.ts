'use client';

import { useCallback, useState } from 'react';
import { ALL_FOLDED, ALL_OPEN, toggleGroup } from '@/lib/search/table/folding';
import type { GroupBy } from '@/lib/search/table/group-by';

/** Which groups hide their rows; grouping by something else opens all. */
export function useFolding(by: GroupBy | null) {
  const [held, setHeld] = useState({ by, folding: ALL_OPEN });
  const folding = held.by === by ? held.folding : ALL_OPEN;
  const toggle = useCallback(
    (key: string) =>
      setHeld((now) => ({ by, folding: toggleGroup(now.by === by ? now.folding : ALL_OPEN, key) })),
    [by],
  );
  const toggleAll = () => setHeld({ by, folding: folding.isFolded ? ALL_OPEN : ALL_FOLDED });
  return { folding, toggle, toggleAll };
}
