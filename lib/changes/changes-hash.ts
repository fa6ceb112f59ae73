import { CHANGE_KINDS, type ChangeKind } from './change';

const MARK = '#changes-';

/** The end of an address that opens the list of ENIs with what changed in one way alone. */
export function changesHash(kind: ChangeKind): string {
  return MARK + kind;
}

/** The kind that the end of an address names, null where it names none. */
export function kindOfHash(hash: string): ChangeKind | null {
  return CHANGE_KINDS.find((kind) => changesHash(kind) === hash) ?? null;
}
