/**
 * The groups that show no rows: single folded groups, or all except some, so that a group that comes while reading goes
 * on is folded like the others.
 */
export type Folding = { isFolded: boolean; except: ReadonlySet<string> };

export const ALL_OPEN: Folding = { isFolded: false, except: new Set() };

export const ALL_FOLDED: Folding = { isFolded: true, except: new Set() };

/** Whether a group shows its rows. */
export function isOpen({ isFolded, except }: Folding, key: string): boolean {
  return isFolded === except.has(key);
}

/** The other way round for one group. */
export function toggleGroup({ isFolded, except }: Folding, key: string): Folding {
  const next = new Set(except);
  if (!next.delete(key)) next.add(key);
  return { isFolded, except: next };
}
