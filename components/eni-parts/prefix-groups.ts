/** Counts delegated blocks by their length: `[{ length: '/28', count: 4 }]`, longest list first. */
export function prefixGroups(prefixes: readonly string[]): { length: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const prefix of prefixes) {
    const slash = prefix.lastIndexOf('/');
    const length = slash < 0 ? prefix : prefix.slice(slash);
    counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  return [...counts].map(([length, count]) => ({ length, count })).sort((a, b) => b.count - a.count);
}
