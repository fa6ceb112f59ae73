import type { FilterTerm } from '@/lib/search/search';

/** A chip's identity while its values and its operator change: its key, and its position among chips of that key. */
export function chipKeys(terms: readonly FilterTerm[]): string[] {
  const seen = new Map<string, number>();
  return terms.map(({ key }) => {
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return `${key} ${nth}`;
  });
}
