import { bestOf, isWider, type KnownReading } from '../reading/narrow';
import type { Search } from '../search';
import { type FacetId, ownValues, withoutFacet } from './facets';

/**
 * Where the counts of a facet come from.
 * - `loaded`: rows that are loaded and looked through.
 * - `part`: rows read so far without the facet's own filter, which are not all.
 * - `left`: only rows that the facet's own filter leaves: others have not been read.
 */
export type FacetSource = { from: KnownReading; basis: 'loaded' | 'part' | 'left' };

function isFiltered(search: Search, facet: FacetId): boolean {
  return search.terms.some((term) => ownValues(facet, term) !== null);
}

/**
 * The reading to count a facet over: one that the facet's own filter has not thinned, read to its end where there is
 * such a one, else the one that has read the most, else what the filter leaves.
 * @param current what is shown
 * @param wider what is known of wider searches
 */
export function sourceOf(facet: FacetId, current: KnownReading, wider: readonly KnownReading[]): FacetSource {
  if (!isFiltered(current.search, facet)) {
    // Among readings of one time, the widest: one pass then counts all facets. Incomplete rows are counted alone.
    const same = current.reading.complete ? bestOf([current, ...wider]) : null;
    return { from: same?.reading.asOf === current.reading.asOf && same ? same : current, basis: 'loaded' };
  }
  const meant = withoutFacet(current.search, facet);
  const suited = wider.filter(({ search }) => isWider(search, meant));
  const whole = bestOf(suited);
  if (whole) return { from: whole, basis: 'loaded' };
  const most = suited.reduce<KnownReading | null>(
    (best, each) => (each.reading.enis.length > (best?.reading.enis.length ?? 0) ? each : best),
    null,
  );
  return most ? { from: most, basis: 'part' } : { from: current, basis: 'left' };
}

/** One pass over the rows of a reading, and the facets that it counts. */
export type FacetPass = { from: KnownReading; facets: FacetId[] };

/** The passes that count all facets, one for each reading that they are counted over. */
export function passesOf(sources: ReadonlyMap<FacetId, FacetSource>): FacetPass[] {
  const passes: FacetPass[] = [];
  for (const [facet, { from }] of sources) {
    const pass = passes.find((each) => each.from.reading === from.reading);
    if (pass) pass.facets.push(facet);
    else passes.push({ from, facets: [facet] });
  }
  return passes;
}
