import { type Change, type ChangeKind, keysOf } from './change';

export const CHANGE_COLUMNS = ['change', 'account', 'region', 'eni', 'name', 'address', 'was', 'is'] as const;

/** The names of the columns of a list of changes. */
export type ChangeWords = {
  kind: (kind: ChangeKind) => string;
  column: (column: (typeof CHANGE_COLUMNS)[number]) => string;
};

/** The changes as rows of texts, in the order of {@link CHANGE_COLUMNS}. */
export function changeRows(changes: readonly Change[], words: ChangeWords): (string | null)[][] {
  return changes.map(({ kind, eni, address, from, to }) => [
    words.kind(kind),
    eni.account,
    eni.region,
    eni.id,
    eni.name,
    address,
    from,
    to,
  ]);
}

/** The changes that are of one of the kinds; all of them where no kind is named. */
export function ofKinds(changes: readonly Change[], kinds: ReadonlySet<ChangeKind>): readonly Change[] {
  return kinds.size === 0 ? changes : changes.filter(({ kind }) => kinds.has(kind));
}

/** The keys of the ENIs that any of the changes is about. */
export function concernedBy(changes: readonly Change[]): Set<string> {
  return new Set(changes.flatMap(keysOf));
}
