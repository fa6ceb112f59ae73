import type { Eni } from '@/lib/eni/eni';
import { type FilterKey, filterOf } from '../filters';
import { parseValue } from '../kinds';
import { escapeText, splitAt, unescapeText } from '../list-text';
import type { FilterTerm, Search } from '../search';
import { withoutValue, withValues } from '../terms';

/**
 * A facet: the values that rows have for one filter. `shown` is how many of them are in sight at first, `open` whether
 * any are; a `standing` one shows the known words of its filter even where no row has them. Its label is that of the
 * filter.
 */
type FacetDefinition = { shown: number; open: boolean; standing?: true };

/** The facets, in their order. That of tags counts keys; the values of one key are a facet of their own. */
export const FACETS = {
  status: { shown: 7, open: true, standing: true },
  type: { shown: 6, open: true, standing: true },
  zone: { shown: 6, open: true },
  vpc: { shown: 5, open: true },
  vswitch: { shown: 5, open: true },
  owner: { shown: 8, open: true },
  tag: { shown: 6, open: true },
  instance: { shown: 5, open: false },
  sg: { shown: 5, open: false },
  managed: { shown: 2, open: false, standing: true },
} as const satisfies Partial<Record<FilterKey, FacetDefinition>>;

export type FacetKey = keyof typeof FACETS;

/** A facet by its name: that of a filter, or a tag key as the API writes it after `tag:`. */
export type FacetId = FacetKey | `tag:${string}`;

export const FACET_KEYS = Object.keys(FACETS) as FacetKey[];

const isFacetKey = (facet: FacetId): facet is FacetKey => Object.hasOwn(FACETS, facet);

/** The tag key whose values a facet counts; null for the others. */
export function tagKeyOf(facet: FacetId): string | null {
  return isFacetKey(facet) ? null : facet.slice('tag:'.length);
}

/** The filter that the values of a facet belong to. */
export function filterKeyOf(facet: FacetId): FacetKey {
  return isFacetKey(facet) ? facet : 'tag';
}

/** How a facet is shown; the values of a tag key like the keys. */
export function facetOf(facet: FacetId): FacetDefinition {
  return FACETS[filterKeyOf(facet)];
}

/** The values that a facet has whatever has been read. */
export function standingValues(facet: FacetId): readonly string[] {
  const { kind, known = [] } = filterOf(filterKeyOf(facet));
  if (!isFacetKey(facet) || !facetOf(facet).standing) return [];
  return kind === 'bool' ? ['true', 'false'] : known;
}

/** How a facet reads its values from an ENI, in their plain text. A null counts as none. */
export function facetReader(facet: FacetId): (eni: Eni) => readonly (string | null)[] {
  const tagKey = tagKeyOf(facet);
  if (tagKey !== null) return (eni) => eni.tags.filter((tag) => tag.key === tagKey).map((tag) => tag.value);
  const definition = filterOf(filterKeyOf(facet));
  switch (definition.kind) {
    case 'tag':
      return (eni) => definition.read(eni).map((tag) => tag.key);
    case 'bool':
      return (eni) => {
        const flag = definition.read(eni);
        return flag === null ? [] : [String(flag)];
      };
    case 'word':
    case 'id':
    case 'choice':
      return definition.read;
    default:
      return () => [];
  }
}

/** The URL spelling of a value of a facet. */
export function facetSpelling(facet: FacetId, text: string): string {
  const tagKey = tagKeyOf(facet);
  if (tagKey !== null) return `${escapeText(tagKey, ':')}:${escapeText(text, '*')}`;
  return facet === 'tag' ? escapeText(text, ':') : text;
}

/** The plain text of a value in its URL spelling; null where it is none of the facet's. */
function facetText(facet: FacetId, spelling: string): string | null {
  if (filterKeyOf(facet) !== 'tag') return spelling;
  const tagKey = tagKeyOf(facet);
  const [key = '', ...rest] = splitAt(spelling, ':');
  if (tagKey === null) return rest.length === 0 ? unescapeText(key) : null;
  const value = rest.join(':');
  const isCertain = rest.length > 0 && splitAt(value, '*').length === 1;
  return isCertain && unescapeText(key) === tagKey ? unescapeText(value) : null;
}

/** The values of a filter, where it is one of the facet's own: all of them are values of it. Null where it is not. */
export function ownValues(facet: FacetId, term: FilterTerm): string[] | null {
  if (term.key !== filterKeyOf(facet)) return null;
  const texts = term.values.map((value) => facetText(facet, value)).filter((text) => text !== null);
  return texts.length === term.values.length ? texts : null;
}

/** The search without what a facet asks of it. */
export function withoutFacet(search: Search, facet: FacetId): Search {
  return { ...search, terms: search.terms.filter((term) => ownValues(facet, term) === null) };
}

/** Whether a filter can ask for a value that some ENI has: what the cloud sent may be of no form that a URL may hold. */
export function isAskable(facet: FacetId, text: string): boolean {
  const { kind, known } = filterOf(filterKeyOf(facet));
  const parsed = parseValue(kind, facetSpelling(facet, text), known);
  return parsed.ok && parsed.value === facetSpelling(facet, text);
}

export type FacetMark = 'included' | 'excluded';

/** The values of a facet that the search includes or excludes. */
export function facetMarks(search: Search, facet: FacetId): Map<string, FacetMark> {
  const marks = new Map<string, FacetMark>();
  for (const negated of [false, true])
    for (const term of search.terms)
      if (term.negated === negated)
        for (const text of ownValues(facet, term) ?? []) marks.set(text, negated ? 'excluded' : 'included');
  return marks;
}

/**
 * Includes or excludes one value of a facet, or undoes that. The values of a facet are alternatives of one filter;
 * removing the last one removes the filter. No other value is touched.
 */
export function toggleFacet(search: Search, facet: FacetId, text: string, mark: FacetMark): Search {
  const value = facetSpelling(facet, text);
  const isMine = (term: FilterTerm) => ownValues(facet, term) !== null;
  const isMarked = facetMarks(search, facet).get(text) === mark;
  const terms = search.terms.flatMap((term) => {
    if (!ownValues(facet, term)?.includes(text)) return [term];
    const spelled = term.values.filter((each) => facetText(facet, each) === text);
    const rest = spelled.reduce(withoutValue, term);
    return rest.values.length > 0 ? [rest] : [];
  });
  if (isMarked) return { ...search, terms };
  const negated = mark === 'excluded';
  const at = terms.findIndex((term) => term.negated === negated && isMine(term));
  const old = terms[at];
  if (!old) return { ...search, terms: [...terms, { key: filterKeyOf(facet), negated, values: [value] }] };
  return { ...search, terms: terms.with(at, withValues(old, [value])) };
}
