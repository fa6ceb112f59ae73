'use client';

import { useCallback, useState } from 'react';
import type { Pace } from './pace';

/** The pace of a search; another search starts with the first one. `first` stays the same between renders. */
export function usePace(
  key: string,
  first: Pace,
): [Pace, (change: Partial<Pace> | ((pace: Pace) => Pace)) => void] {
  const [held, setHeld] = useState({ key, pace: first });
  const setPace = useCallback(
    (change: Partial<Pace> | ((pace: Pace) => Pace)) =>
      setHeld((now) => {
        const pace = now.key === key ? now.pace : first;
        const next = typeof change === 'function' ? change(pace) : { ...pace, ...change };
        return next === now.pace ? now : { key, pace: next };
      }),
    [key, first],
  );
  return [held.key === key ? held.pace : first, setPace];
}
