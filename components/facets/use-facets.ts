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

/** Up to this many rows are counted while the page is drawn; more of them afterwards, in slices. */
const AT_ONCE = 4000;

const NONE: Counts = new Map();

type Indexes = Map<string, FacetIndex>;

/** Counts pass by pass. `indexes` keeps the counts of each search, so that new rows only have to be added. */
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
  /** False while previous counts are shown and new ones are being made. */
  isCurrent: boolean;
};

/**
 * The facets of the loaded rows, and the source of each one's counts.
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
  // Until something of a new search has been read, the previous search's counts stay.
  const hasRead = reading.asOf !== null;
  const now = hasRead ? (atOnce ?? (later.isCurrent ? later.value : null)) : null;

  const last = useRef<Counts>(NONE);
  useEffect(() => {
    if (now) last.current = now;
  }, [now]);
  return { ids, sources, counts: now ?? last.current, isCurrent: now !== null };
}
