'use client';

import { useCallback } from 'react';
import { useSteps } from '@/components/scan/use-steps';
import { type Found, findSteps } from '@/lib/findings/find';
import type { FindingsInput } from '@/lib/findings/finding';

/** What the rules find in an input; null until all have run. What they found in the last one stands meanwhile. */
export function useFound(input: FindingsInput | null): { value: Found | null; isCurrent: boolean } {
  const begin = useCallback(() => findSteps(input as FindingsInput), [input]);
  return useSteps(input === null ? null : begin);
}
