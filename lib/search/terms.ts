import { type FilterKey, filterOf } from './filters';
import { type FilterTerm, MOST_VALUES, type Search } from './search';

/** Words of a search are all wanted, so they make one value; the others of a key are alternatives. */
function joinValues(key: FilterKey, old: readonly string[], added: readonly string[]): string[] {
  const { kind } = filterOf(key);
  if (kind === 'text') return [[...new Set([...old, ...added].flatMap((text) => text.split(' ')))].join(' ')];
  const isPresence = (value: string) => value === 'true' || value === 'false';
  // "has an EIP" beside one certain EIP says nothing more, and true beside false says nothing at all.
  if (added.some(isPresence)) return added.filter(isPresence).slice(-1);
  return [...new Set([...old.filter((value) => !isPresence(value)), ...added])];
}

/** A filter with more values. */
export function withValues(term: FilterTerm, added: readonly string[]): FilterTerm {
  return { ...term, values: joinValues(term.key, term.values, added) };
}

export function withoutValue(term: FilterTerm, value: string): FilterTerm {
  return { ...term, values: term.values.filter((each) => each !== value) };
}

function joins(a: FilterTerm, b: FilterTerm): boolean {
  return a.key === b.key && a.negated === b.negated && a.key !== 'tag';
}

function isSame(a: FilterTerm, b: FilterTerm): boolean {
  return a.key === b.key && a.negated === b.negated && a.values.every((value, at) => value === b.values[at]);
}

/**
 * Adds a filter. Values of a key that is already filtered become its alternatives; each tag stays its own filter. If a
 * search has no room for both, the added values count as the next question and replace the others.
 */
export function addTerm(search: Search, term: FilterTerm): Search {
  if (term.values.length === 0) return search;
  const at = search.terms.findIndex((each) => joins(each, term));
  const old = search.terms[at];
  if (!old) {
    const isKnown = search.terms.some((each) => isSame(each, term));
    return isKnown ? search : { ...search, terms: [...search.terms, term] };
  }
  const both = withValues(old, term.values);
  const joined = both.values.length > MOST_VALUES ? { ...old, values: term.values } : both;
  return { ...search, terms: search.terms.map((each, index) => (index === at ? joined : each)) };
}

export function removeTerm(search: Search, at: number): Search {
  return { ...search, terms: search.terms.filter((_, each) => each !== at) };
}

/** Puts another filter in the place of one; without values the filter goes. A second one of its kind takes it in. */
export function replaceTerm(search: Search, at: number, term: FilterTerm): Search {
  if (term.values.length === 0) return removeTerm(search, at);
  const twin = search.terms.findIndex((each, index) => index !== at && joins(each, term));
  if (twin < 0) return { ...search, terms: search.terms.map((each, index) => (index === at ? term : each)) };
  return addTerm(removeTerm(search, at), term);
}

/** Turns "is" into "is not" and back. */
export function toggleNegated(search: Search, at: number): Search {
  const term = search.terms[at];
  return term ? replaceTerm(search, at, { ...term, negated: !term.negated }) : search;
}
