import { CHANGE_KINDS, type Change, type ChangeKind } from '@/lib/changes/change';
import type { Eni } from '@/lib/eni/eni';

/** What most changes of a kind have in common, or the name of one of them. */
export type ChangeDetail =
  | { is: 'inVSwitch'; id: string; count: number }
  | { is: 'inPlace'; place: string; count: number }
  | { is: 'nowIs'; status: string | null; count: number }
  | { is: 'nowOn'; address: string; eni: string }
  | { is: 'one'; eni: string };

export type ChangedRow = { key: ChangeKind; count: number; detail: ChangeDetail };

/** The value that most of the items have, and how many; null where none has one. */
function most<Item>(items: readonly Item[], read: (item: Item) => string | null) {
  const counts = new Map<string, number>();
  let best: { value: string; count: number } | null = null;
  for (const item of items) {
    const value = read(item);
    if (value === null) continue;
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (best === null || count > best.count) best = { value, count };
  }
  return best;
}

function detailOf(
  kind: ChangeKind,
  changes: readonly [Change, ...Change[]],
  byKey: ReadonlyMap<string, Eni>,
): ChangeDetail {
  const [{ eni, address }] = changes;
  const name = eni.name ?? eni.id;
  if (kind === 'new') {
    const vSwitch = most(changes, (change) => byKey.get(change.eni.key)?.vSwitchId ?? null);
    if (vSwitch && changes.length > 1) return { is: 'inVSwitch', id: vSwitch.value, count: vSwitch.count };
  }
  if (kind === 'gone' && changes.length > 1) {
    const place = most(changes, (change) => `${change.eni.account} · ${change.eni.region}`);
    if (place) return { is: 'inPlace', place: place.value, count: place.count };
  }
  if (kind === 'status') {
    const status = most(changes, ({ to }) => to);
    if (status) return { is: 'nowIs', status: status.value, count: status.count };
  }
  if (kind === 'moved' && address !== null) return { is: 'nowOn', address, eni: name };
  return { is: 'one', eni: name };
}

/**
 * Changes by kind, in the order of kinds, each with what stands out.
 * @param byKey the ENIs that are there now
 */
export function changedRows(changes: readonly Change[], byKey: ReadonlyMap<string, Eni>): ChangedRow[] {
  return CHANGE_KINDS.flatMap((kind): ChangedRow[] => {
    const [first, ...more] = changes.filter((change) => change.kind === kind);
    if (first === undefined) return [];
    return [{ key: kind, count: more.length + 1, detail: detailOf(kind, [first, ...more], byKey) }];
  });
}
