'use client';

import { useCallback, useState } from 'react';
import { AT_FIRST, type Pace } from './pace';

/** The pace of a search; another search begins at the first one. */
export function usePace(key: string): [Pace, (change: Partial<Pace> | ((pace: Pace) => Pace)) => void] {
  const [held, setHeld] = useState({ key, pace: AT_FIRST });
  const setPace = useCallback(
    (change: Partial<Pace> | ((pace: Pace) => Pace)) =>
      setHeld((now) => {
        const pace = now.key === key ? now.pace : AT_FIRST;
        const next = typeof change === 'function' ? change(pace) : { ...pace, ...change };
        return next === now.pace ? now : { key, pace: next };
      }),
    [key],
  );
  return [held.key === key ? held.pace : AT_FIRST, setPace];
}
