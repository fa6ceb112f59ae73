import { ALL } from './search';

/**
 * The names that a scope list shows as chosen: none written means the default, `all` is a choice of its own.
 */
export function chosenNames(written: readonly string[], byDefault: string | null): string[] {
  if (written.length > 0) return [...written];
  return byDefault === null ? [] : [byDefault];
}

/**
 * What a change of the chosen names writes: `all` and single names take each other's place, and the default alone is
 * not written.
 */
export function scopeAfter(
  before: readonly string[],
  after: readonly string[],
  byDefault: string | null,
): string[] {
  if (after.includes(ALL) && !before.includes(ALL)) return [ALL];
  const names = after.filter((name) => name !== ALL);
  return names.length === 1 && names[0] === byDefault ? [] : names;
}
