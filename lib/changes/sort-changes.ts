import { CHANGE_KINDS, type Change } from './change';

/** What a list of changes is read and sorted by. */
export const LIST_COLUMNS = ['change', 'eni', 'address', 'was', 'is', 'account', 'region'] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

export function isListColumn(id: string): id is ListColumn {
  return (LIST_COLUMNS as readonly string[]).includes(id);
}

const TEXT_OF: Record<Exclude<ListColumn, 'change'>, (change: Change) => string> = {
  eni: ({ eni }) => eni.name ?? eni.id,
  address: ({ address }) => address ?? '',
  was: ({ from }) => from ?? '',
  is: ({ to }) => to ?? '',
  account: ({ eni }) => eni.account,
  region: ({ eni }) => eni.region,
};

export type ChangeSort = { column: ListColumn; descending: boolean };

/** The changes in another order; without one as they come, by kind. */
export function sortChanges(changes: readonly Change[], sort: ChangeSort | null): readonly Change[] {
  if (sort === null) return changes;
  const { column, descending } = sort;
  const way = descending ? -1 : 1;
  if (column === 'change') {
    const rank = ({ kind }: Change) => CHANGE_KINDS.indexOf(kind);
    return [...changes].sort((a, b) => way * (rank(a) - rank(b)));
  }
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const text = TEXT_OF[column];
  return [...changes].sort((a, b) => way * compare(text(a), text(b)));
}
