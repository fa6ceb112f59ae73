import type { Eni } from '@/lib/eni/eni';
import { isNameKind, type NameKind, nameIdsOf, nameKindOf } from '@/lib/eni/names';
import type { NameWish } from '@/lib/queries/name-batches';
import type { FilterTerm } from '@/lib/search/search';

/** How many values of a filter a chip spells out. */
const SPELLED = 3;
/** How many rows are searched for the place of an id. */
const LOOKED = 10_000;

/** The ids of these kinds that the ENIs carry, each with the place that can name it. */
export function eniWishes(enis: readonly Eni[], kinds: readonly NameKind[]): NameWish[] {
  return enis.flatMap((eni) => {
    const { account, region } = eni;
    const ids = nameIdsOf(eni);
    return kinds.flatMap((kind) => ids[kind].map((id) => ({ account, region, id })));
  });
}

/** The rows read so far, with their places. */
export type NamePlaces = {
  enis: readonly Eni[];
  scope: { accounts: readonly string[]; regions: readonly string[] };
};

/** The ids that chips spell out. */
export function termIds(terms: readonly FilterTerm[]): string[] {
  return terms.flatMap(({ key, values }) => (isNameKind(key) ? values.slice(0, SPELLED) : []));
}

/**
 * Ids shown without their ENI. With several accounts or regions in the scope, the loaded rows tell where an id is; an
 * id that no row has stays without a name.
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
