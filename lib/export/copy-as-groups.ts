import type { Eni } from '@/lib/eni/eni';

/** What names an ENI. */
export type NamedEni = Pick<Eni, 'account' | 'region' | 'id'>;

/** NetworkInterfaceId takes this many. */
const BATCH = 100;

/** ENIs by account and region, in the order in which those come. */
export function byPlace<Each extends NamedEni>(enis: readonly Each[]): Map<string, Each[]> {
  const groups = new Map<string, Each[]>();
  for (const eni of enis) {
    const key = `${eni.account}/${eni.region}`;
    const group = groups.get(key);
    if (group) group.push(eni);
    else groups.set(key, [eni]);
  }
  return groups;
}

/** The ids of ENIs in each account and region, 100 at a time, each once. */
export function* namedGroups(
  enis: readonly NamedEni[],
): Generator<{ place: Omit<NamedEni, 'id'>; ids: string[] }> {
  for (const group of byPlace(enis).values()) {
    const [first] = group;
    if (!first) continue;
    const ids = [...new Set(group.map(({ id }) => id))];
    for (let at = 0; at < ids.length; at += BATCH)
      yield { place: { account: first.account, region: first.region }, ids: ids.slice(at, at + BATCH) };
  }
}
