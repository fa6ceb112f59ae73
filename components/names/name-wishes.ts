import type { Eni } from '@/lib/eni/eni';
import { isNameKind, type NameKind, nameIdsOf, nameKindOf } from '@/lib/eni/names';
import type { NameWish } from '@/lib/queries/name-batches';
import type { FilterTerm } from '@/lib/search/search';

/** How many values of a filter a chip spells out. */
const SPELLED = 3;
/** Rows that are looked through for where an id is. */
const LOOKED = 10_000;

/** The ids of these kinds that the ENIs carry, where each can be asked for. */
export function eniWishes(enis: readonly Eni[], kinds: readonly NameKind[]): NameWish[] {
  return enis.flatMap((eni) => {
    const { account, region } = eni;
    const ids = nameIdsOf(eni);
    return kinds.flatMap((kind) => ids[kind].map((id) => ({ account, region, id })));
  });
}

/** What has been read, and where. */
export type NamePlaces = {
  enis: readonly Eni[];
  scope: { accounts: readonly string[]; regions: readonly string[] };
};

/** The ids that chips spell out. */
export function termIds(terms: readonly FilterTerm[]): string[] {
  return terms.flatMap(({ key, values }) => (isNameKind(key) ? values.slice(0, SPELLED) : []));
}

/**
 * Ids that stand somewhere without their ENI. In a scope of several accounts or regions it is the loaded rows that tell
 * where an id is; one that no row has is left as it is.
 */
export function idWishes(ids: readonly string[], { enis, scope }: NamePlaces): NameWish[] {
  const wanted = new Map<string, NameKind>();
  for (const id of ids) {
    const kind = nameKindOf(id);
    if (kind !== null) wanted.set(id, kind);
  }
  const [account, ...accounts] = scope.accounts;
  const [region, ...regions] = scope.regions;
  if (account === undefined || region === undefined) return [];
  if (accounts.length === 0 && regions.length === 0)
    return [...wanted.keys()].map((id) => ({ account, region, id }));
  const wishes: NameWish[] = [];
  for (const eni of enis.slice(0, LOOKED)) {
    if (wanted.size === 0) break;
    const ids = nameIdsOf(eni);
    for (const [id, kind] of wanted) {
      if (!ids[kind].includes(id)) continue;
      wishes.push({ account: eni.account, region: eni.region, id });
      wanted.delete(id);
    }
  }
  return wishes;
}
