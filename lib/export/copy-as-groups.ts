import { VALUES_A_CALL } from '@/lib/eni/api-limits';
import type { Eni } from '@/lib/eni/eni';
import { placeKey } from '@/lib/eni/place';

/** The parts that identify an ENI. */
export type NamedEni = Pick<Eni, 'account' | 'region' | 'id'>;

/** ENIs by account and region, in the order in which those come. */
export function byPlace<Each extends NamedEni>(enis: readonly Each[]): Map<string, Each[]> {
  const groups = new Map<string, Each[]>();
  for (const eni of enis) {
    const key = placeKey(eni);
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
    for (let at = 0; at < ids.length; at += VALUES_A_CALL)
      yield {
        place: { account: first.account, region: first.region },
        ids: ids.slice(at, at + VALUES_A_CALL),
      };
  }
}
