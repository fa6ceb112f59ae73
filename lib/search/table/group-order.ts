import { sortSteps } from '@/lib/steps/sort-steps';
import type { GroupOrder } from './group-by';
import type { Totals } from './group-totals';
import { naturalOrderSteps } from './natural-order';

/** How the value of a group reads: its name in place of its id, a word in place of a code. */
export type GroupLabel = (value: string) => string;

type Entry<Group> = [value: string | null, group: Group];

/**
 * In steps, groups in their order: by how they read, as people count, or by a total, equals by how they read. Where they
 * are ordered by name, the one without a value comes last in both directions. Groups that read alike go by their value.
 */
export function* groupOrderSteps<Group extends { totals: Totals }>(
  groups: ReadonlyMap<string | null, Group>,
  { by, descending }: GroupOrder,
  labelOf: GroupLabel,
): Generator<void, Entry<Group>[]> {
  const entries = [...groups].map((entry) => ({
    entry,
    label: entry[0] === null ? null : labelOf(entry[0]),
  }));
  const labels = [...new Set(entries.flatMap(({ label }) => label ?? []))];
  const ranks = new Map((yield* naturalOrderSteps(labels)).map((label, rank) => [label, rank]));
  const way = descending ? -1 : 1;
  const wayOfNames = by === 'name' ? way : 1;
  type Ranked = { entry: Entry<Group>; rank: number | null; total: number };
  const ranked = entries.map(
    ({ entry, label }): Ranked => ({
      entry,
      rank: label === null ? null : (ranks.get(label) ?? null),
      total: by === 'name' ? 0 : entry[1].totals[by],
    }),
  );
  const sorted = yield* sortSteps(ranked, (a, b) => {
    if (a.total !== b.total) return (a.total - b.total) * way;
    if (a.rank === null || b.rank === null) return Number(a.rank === null) - Number(b.rank === null);
    if (a.rank !== b.rank) return (a.rank - b.rank) * wayOfNames;
    return String(a.entry[0]) < String(b.entry[0]) ? -1 : 1;
  });
  return sorted.map(({ entry }) => entry);
}
