import type { Eni } from '@/lib/eni/eni';

/** Above this many rows, a search would delay the opening of a menu; keys on few rows may be missed. */
const MOST_ROWS = 20_000;

/** The tag keys that loaded rows have, the most frequent first, at most 40. */
export function tagKeysOf(enis: readonly Eni[]): string[] {
  const counts = new Map<string, number>();
  for (const eni of enis.slice(0, MOST_ROWS))
    for (const { key } of eni.tags) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, 40)
    .map(([key]) => key);
}
