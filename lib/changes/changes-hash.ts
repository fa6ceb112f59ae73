import { CHANGE_KINDS, type ChangeKind } from './change';

const MARK = '#changes-';

/** The end of a URL that opens the list of ENIs with one kind of change. */
export function changesHash(kind: ChangeKind): string {
  return MARK + kind;
}

/** The kind that the end of an address names, null where it names none. */
export function kindOfHash(hash: string): ChangeKind | null {
  return CHANGE_KINDS.find((kind) => changesHash(kind) === hash) ?? null;
}
