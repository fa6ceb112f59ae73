import type { FilterTerm } from '@/lib/search/search';

/** What a chip stays the same by while its values and its operator change: its key, and which of that key it is. */
export function chipKeys(terms: readonly FilterTerm[]): string[] {
  const seen = new Map<string, number>();
  return terms.map(({ key }) => {
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return `${key} ${nth}`;
  });
}
