'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSteps } from '@/components/scan/use-steps';
import { freeBlockSteps } from '@/lib/compare/free-blocks';
import { vSwitchesQuery } from '@/lib/queries/vswitches';
import { EMPTY_SEARCH, type FilterTerm } from '@/lib/search/search';
import type { CompareSide } from './use-compare-side';

export type FreeBlocks = { here: number | null; there: number | null };

function useVSwitches(now: CompareSide) {
  const search = now.choice.kind === 'search' ? now.choice.search : null;
  // They are requested after all ENIs have arrived, so that the ENIs do not wait for them.
  const { data } = useQuery({
    ...vSwitchesQuery(search ?? EMPTY_SEARCH),
    enabled: search !== null && now.cover === 'whole',
  });
  return search === null ? null : (data ?? null);
}

/**
 * The free /28 blocks of both sides; null if unknown. A file has no vSwitches: those of the other side replace them,
 * if the file covers their places.
 */
export function useFreeBlocks(here: CompareSide, there: CompareSide, terms: FilterTerm[]): FreeBlocks {
  const ofHere = useVSwitches(here);
  const ofThere = useVSwitches(there);
  const steps = (now: CompareSide, own: typeof ofHere, other: typeof ofHere) => {
    const { side, choice } = now;
    if (side === null) return null;
    const vSwitches = choice.kind === 'search' ? own : other;
    const isOther = choice.kind === 'file' && !looksAt(now, other);
    return isOther
      ? null
      : { side, vSwitches, terms: choice.kind === 'search' ? choice.search.terms : terms };
  };
  const forHere = steps(here, ofHere, ofThere);
  const forThere = steps(there, ofThere, ofHere);
  return { here: useCount(forHere), there: useCount(forThere) };
}

type Counted = {
  side: NonNullable<CompareSide['side']>;
  vSwitches: ReturnType<typeof useVSwitches>;
  terms: FilterTerm[];
};

/** Whether a file looked into every account of these vSwitches. */
function looksAt({ shelved }: CompareSide, vSwitches: ReturnType<typeof useVSwitches>): boolean {
  const scope = shelved?.state === 'ready' ? shelved.saved.provenance.scope : null;
  return vSwitches?.scope.accounts.every((account) => scope?.accounts.includes(account)) ?? false;
}

function useCount(of: Counted | null): number | null {
  const { side = null, vSwitches = null, terms = null } = of ?? {};
  const begin = useMemo(
    () =>
      side === null || vSwitches === null || terms === null
        ? null
        : function* () {
            return { count: yield* freeBlockSteps(side, terms, vSwitches) };
          },
    [side, vSwitches, terms],
  );
  const { value, isCurrent } = useSteps(begin);
  return isCurrent ? (value?.count ?? null) : null;
}
