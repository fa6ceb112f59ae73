import { MOST_NAME_IDS, type NameKind, nameKindOf } from '@/lib/eni/names';

/** An id that someone would like to see the name of, and where it can be asked for. */
export type NameWish = { account: string; region: string; id: string };

/** One request of `/api/names`. */
export type NameBatch = { account: string; region: string; ids: Partial<Record<NameKind, string[]>> };

/** The ids of a request in two requests; itself where it is of one id. */
export function halvesOf({ account, region, ids }: NameBatch): NameBatch[] {
  const all = Object.values(ids).flatMap((some) => some ?? []);
  const half = Math.ceil(all.length / 2);
  return [all.slice(0, half), all.slice(half)].flatMap((some) =>
    nameBatches(some.map((id) => ({ account, region, id }))),
  );
}

/**
 * The requests that ask for all of these, each once: one account and region a request, and at most 100 ids, of all kinds
 * together, since what a proxy takes of a URL is a few thousand characters. Ids of what has no name are left out.
 */
export function nameBatches(wishes: Iterable<NameWish>): NameBatch[] {
  const seen = new Set<string>();
  const open = new Map<string, { batch: NameBatch; count: number }>();
  const batches: NameBatch[] = [];
  for (const { account, region, id } of wishes) {
    const kind = nameKindOf(id);
    const place = JSON.stringify([account, region]);
    const key = `${place} ${id}`;
    if (kind === null || seen.has(key)) continue;
    seen.add(key);
    let current = open.get(place);
    if (!current || current.count === MOST_NAME_IDS) {
      current = { batch: { account, region, ids: {} }, count: 0 };
      open.set(place, current);
      batches.push(current.batch);
    }
    const { ids } = current.batch;
    const ofKind = ids[kind] ?? [];
    ofKind.push(id);
    ids[kind] = ofKind;
    current.count += 1;
  }
  return batches;
}
