import type { LookRow } from './look';

/**
 * What can have happened between two looks at one search, in the order of the list. `moved`: an address is on another
 * ENI than before. `added` and `removed`: an ENI has got an address that no ENI of the earlier look had, or lost one
 * that no ENI of the later look has.
 */
export const CHANGE_KINDS = [
  'new',
  'gone',
  'status',
  'instance',
  'moved',
  'added',
  'removed',
  'name',
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One thing that happened. */
export type Change = {
  kind: ChangeKind;
  /** The ENI as last seen; of `moved` the one that has the address now. */
  eni: LookRow;
  /** For `moved`: the ENI that had it. */
  fromEni: LookRow | null;
  /** For `moved`, `added`, `removed`. */
  address: string | null;
  /** The earlier value: a status, an instance, a name, an address, for `moved` an ENI id; null for nothing. */
  from: string | null;
  /** The later value. */
  to: string | null;
};

/** The keys of the ENIs that a change is about. */
export function keysOf({ eni, fromEni }: Change): string[] {
  return fromEni === null ? [eni.key] : [eni.key, fromEni.key];
}

/** How many changes there are of each kind, of kinds that there are. */
export function countByKind(changes: readonly Change[]): Map<ChangeKind, number> {
  const counts = new Map<ChangeKind, number>();
  for (const kind of CHANGE_KINDS) {
    const count = changes.reduce((sum, change) => sum + Number(change.kind === kind), 0);
    if (count > 0) counts.set(kind, count);
  }
  return counts;
}

/** What happened to each ENI, by its key. */
export function changesByKey(changes: readonly Change[]): Map<string, Change[]> {
  const byKey = new Map<string, Change[]>();
  for (const change of changes)
    for (const key of keysOf(change)) {
      const known = byKey.get(key);
      if (known) known.push(change);
      else byKey.set(key, [change]);
    }
  return byKey;
}
