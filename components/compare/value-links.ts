import { type CountBy, tagKeyOf } from '@/lib/compare/compare-by';
import { routes } from '@/lib/queries/routes';
import { type FacetId, facetSpelling, isAskable } from '@/lib/search/facets/facets';
import { escapeText } from '@/lib/search/list-text';
import { type FilterTerm, MOST_VALUES, type Search } from '@/lib/search/search';
import { DEFAULT_VIEW } from '@/lib/search/view';

/** The filter that finds the ENIs with one of these values; null if none can, as for values that no link may hold. */
function termOf(by: CountBy, values: readonly (string | null)[]): FilterTerm | null {
  const facet = by as FacetId;
  const key = tagKeyOf(by);
  const filter = key === null ? (by as 'owner' | 'vswitch') : 'tag';
  const texts = values.filter((value) => value !== null);
  if (texts.length === 0)
    return key === null || values.length === 0
      ? null
      : { key: filter, negated: true, values: [escapeText(key, ':')] };
  if (texts.length < values.length || texts.length > MOST_VALUES) return null;
  if (!texts.every((text) => isAskable(facet, text))) return null;
  return { key: filter, negated: false, values: texts.map((text) => facetSpelling(facet, text)) };
}

/** The list of a search's ENIs that have one of these values; null if no link can express it. */
export function valuesHref(
  search: Search | null,
  by: CountBy,
  values: readonly (string | null)[],
): string | null {
  const term = search && termOf(by, values);
  return search && term
    ? routes.explorer({ search: { ...search, terms: [...search.terms, term] }, view: DEFAULT_VIEW })
    : null;
}

/** The list of these ENIs; null if there are none, or too many for a link. */
export function enisHref(search: Search | null, ids: readonly string[]): string | null {
  if (search === null || ids.length === 0 || ids.length > MOST_VALUES) return null;
  const term: FilterTerm = { key: 'eni', negated: false, values: [...new Set(ids)] };
  return routes.explorer({ search: { ...search, terms: [term] }, view: { ...DEFAULT_VIEW } });
}
