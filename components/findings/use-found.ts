'use client';

import { useCallback } from 'react';
import { useSteps } from '@/components/scan/use-steps';
import { type Found, findSteps } from '@/lib/findings/find';
import type { FindingsInput } from '@/lib/findings/finding';
import { keepFound, knownFound } from '@/lib/findings/known-input';

/**
 * What the rules find in an input; null until all have run. Meanwhile the findings of the previous input stay. The
 * rules run once per input, however many views ask.
 */
export function useFound(input: FindingsInput | null): { value: Found | null; isCurrent: boolean } {
  const begin = useCallback(
    function* (): Generator<number, Found, void> {
      const asked = input as FindingsInput;
      const known = knownFound(asked);
      if (known) return known;
      const found = yield* findSteps(asked);
      keepFound(asked, found);
      return found;
    },
    [input],
  );
  return useSteps(input === null ? null : begin);
}
