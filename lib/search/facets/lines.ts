import type { Search } from '../search';
import { countOf, type FacetCount, topValues, valuesIn } from './counts';
import { type FacetId, type FacetMark, facetMarks, facetOf, standingValues } from './facets';

/** A value of a facet as it is shown; `count` is null while nothing has been counted. */
export type FacetLine = { text: string; count: number | null; mark: FacetMark | null };

export type FacetLines = {
  lines: FacetLine[];
  /** Values that are not among them. */
  more: number;
};

const NONE = { texts: [], placeOf: new Map(), counts: new Uint32Array(), rows: 0, absent: 0 };

/**
 * The values of a facet to show: the most frequent, known words, and whatever the search asks for, even where no row
 * has it.
 * @param most how many of the frequent ones; by default as many as the facet shows at first
 * @param isMeant leaves others out, but not those that the search asks for
 */
export function facetLines(
  facet: FacetId,
  count: FacetCount | undefined,
  search: Search,
  { most = facetOf(facet).shown, isMeant }: { most?: number; isMeant?: (text: string) => boolean } = {},
): FacetLines {
  const marks = facetMarks(search, facet);
  const counted = count ?? NONE;
  const top = topValues(counted, most, isMeant).map(({ text }) => text);
  const standing = standingValues(facet).filter((text) => isMeant?.(text) ?? true);
  const texts = [...new Set([...top, ...marks.keys(), ...standing])];
  const lines = texts.map((text) => ({
    text,
    count: count ? countOf(counted, text) : null,
    mark: marks.get(text) ?? null,
  }));
  // Stable: known words that no row has keep their order, after the others.
  lines.sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
  const shown = lines.filter((line) => (line.count ?? 0) > 0).length;
  return { lines, more: Math.max(0, valuesIn(counted) - shown) };
}
