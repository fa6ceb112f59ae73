'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useWiderReadings } from '@/components/scan/use-narrowing';
import { useSteps } from '@/components/scan/use-steps';
import { countFacets, type FacetCount, type FacetIndex, newFacetIndex } from '@/lib/search/facets/counts';
import { FACET_KEYS, type FacetId } from '@/lib/search/facets/facets';
import { type FacetPass, type FacetSource, passesOf, sourceOf } from '@/lib/search/facets/source';
import { toEniQueryString } from '@/lib/search/params';
import type { Reading } from '@/lib/search/reading/merge';
import type { Search } from '@/lib/search/search';
import { runSteps } from '@/lib/steps/run-steps';

type Counts = ReadonlyMap<FacetId, FacetCount>;

/** So many rows are counted while the page is drawn; more of them after it, in slices. */
const AT_ONCE = 4000;

const NONE: Counts = new Map();

type Indexes = Map<string, FacetIndex>;

/** Counts pass by pass. What is known of rows is kept in `indexes` by their search, so that rows that come are added. */
function* countPasses(
  indexes: Indexes,
  passes: readonly FacetPass[],
  search: Search,
): Generator<void, Counts> {
  const counts = new Map<FacetId, FacetCount>();
  const names = passes.map(({ from }) => toEniQueryString(from.search));
  for (const name of indexes.keys()) if (!names.includes(name)) indexes.delete(name);
  for (const [at, { from, facets }] of passes.entries()) {
    const name = names[at] ?? '';
    const index = indexes.get(name) ?? newFacetIndex();
    indexes.set(name, index);
    const { enis, asOf } = from.reading;
    if (asOf === null) continue;
    const pass = yield* countFacets(index, enis, search.terms, facets, Date.parse(asOf));
    for (const [facet, count] of pass) counts.set(facet, count);
  }
  return counts;
}

export type Facets = {
  ids: readonly FacetId[];
  sources: ReadonlyMap<FacetId, FacetSource>;
  counts: Counts;
  /** False while counts of before stand for those that are being made. */
  isCurrent: boolean;
};

/**
 * The facets of what is loaded, and where each one's counts come from.
 * @param tagKey the tag key whose values are counted too
 */
export function useFacets(search: Search, reading: Reading, tagKey: string | null): Facets {
  const wider = useWiderReadings(search);
  const ids = useMemo(
    (): FacetId[] =>
      FACET_KEYS.flatMap((key): FacetId[] =>
        key === 'tag' && tagKey !== null ? [key, `tag:${tagKey}`] : [key],
      ),
    [tagKey],
  );
  const sources = useMemo(
    () => new Map(ids.map((facet) => [facet, sourceOf(facet, { search, reading }, wider)])),
    [ids, search, reading, wider],
  );
  const indexes = useRef<Indexes>(new Map());
  const passes = useMemo(() => passesOf(sources), [sources]);
  const isSmall = passes.reduce((sum, { from }) => sum + from.reading.enis.length, 0) <= AT_ONCE;
  const begin = useMemo(() => () => countPasses(indexes.current, passes, search), [passes, search]);
  const atOnce = useMemo(() => (isSmall ? runSteps(begin()) : null), [isSmall, begin]);
  const later = useSteps(isSmall ? null : begin);
  // While nothing has been read of a new search, the counts of the one before stand.
  const hasRead = reading.asOf !== null;
  const now = hasRead ? (atOnce ?? (later.isCurrent ? later.value : null)) : null;

  const last = useRef<Counts>(NONE);
  useEffect(() => {
    if (now) last.current = now;
  }, [now]);
  return { ids, sources, counts: now ?? last.current, isCurrent: now !== null };
}
