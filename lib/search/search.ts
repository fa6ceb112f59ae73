import type { FilterKey } from './filters';

/** One criterion: any of `values`, or with `negated` none of them. Values are canonical, in their URL spelling. */
export type FilterTerm = { key: FilterKey; negated: boolean; values: string[] };

/**
 * A search: where to look and what for. Empty `accounts` or `regions` mean the default one; `all` as the only region
 * or account means every one. Terms are ANDed.
 */
export type Search = { accounts: string[]; regions: string[]; terms: FilterTerm[] };

export const ALL = 'all';

/** The most values of one filter. Ids and addresses come by the hundred from tickets. */
export const MOST_VALUES = 1000;

export const EMPTY_SEARCH: Search = { accounts: [], regions: [], terms: [] };

/** The key of a filter in a URL: with a minus before it where its values are excluded. */
export function termKey({ key, negated }: { key: string; negated: boolean }): string {
  return `${negated ? '-' : ''}${key}`;
}

/** Two searches are the same question when they read the same; the order of terms is kept as people wrote it. */
export function sameTerm(a: FilterTerm, b: FilterTerm): boolean {
  return a.key === b.key && a.negated === b.negated && a.values.join('\n') === b.values.join('\n');
}
