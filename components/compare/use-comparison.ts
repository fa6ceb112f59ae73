'use client';

import { useMemo } from 'react';
import { useSteps } from '@/components/scan/use-steps';
import type { CompareBy } from '@/lib/compare/compare-by';
import { type Comparison, comparisonSteps } from '@/lib/compare/comparison';
import { type Side, withoutAbsence } from '@/lib/compare/side';
import type { CompareSide } from './use-compare-side';

/** A side as the other may rely on it: a row that a filter could not remove from the other is not missing here. */
function useFairSide(own: CompareSide | null, other: CompareSide | null): Side | null {
  const side = own?.side ?? null;
  const isUnfair = (other?.filtered?.unanswered.length ?? 0) > 0;
  return useMemo(() => (side !== null && isUnfair ? withoutAbsence(side) : side), [side, isUnfair]);
}

/**
 * The comparison of two sides, recomputed as more of them is known; until then the last one of the same two stays.
 * @param of identifies these two
 */
export function useComparison(
  hereNow: CompareSide | null,
  thereNow: CompareSide | null,
  by: CompareBy,
  of: string,
): { value: Comparison | null; isCurrent: boolean } {
  const here = useFairSide(hereNow, thereNow);
  const there = useFairSide(thereNow, hereNow);
  const begin = useMemo(
    () =>
      here === null || there === null
        ? null
        : function* () {
            return { of, comparison: yield* comparisonSteps(here, there, by) };
          },
    [here, there, by, of],
  );
  const { value, isCurrent } = useSteps(begin);
  return value?.of === of ? { value: value.comparison, isCurrent } : { value: null, isCurrent: false };
}
