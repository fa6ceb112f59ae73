import type { Eni } from '@/lib/eni/eni';
import { placeKey } from '@/lib/eni/place';
import type { Hit } from './answer';

/** One card: a holder of the thing that was asked for, and how many more ENIs there are of the same instance. */
export type Holder = { key: string; hit: Hit; others: number };

const isFirstOf = (eni: Eni) => eni.type === 'Primary' || eni.attachment?.deviceIndex === 0;

const instanceOf = (eni: Eni) => eni.instanceId ?? eni.attachment?.instanceId ?? eni.id;

function keyOf({ account, region, way, eni, eip }: Hit): string {
  const place = placeKey({ account, region });
  if (eni === null) return `${place} ${eip?.ipAddress}`;
  // An instance is one holder, however many ENIs it has.
  return `${place} ${way === 'instance' || way === 'instanceName' ? instanceOf(eni) : eni.id}`;
}

/**
 * The holders of one thing, a card each, in the order of `before` as far as they were there: cards do not change their
 * places when more places answer.
 */
export function holdersOf(hits: readonly Hit[], before: readonly string[] = []): Holder[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) groups.set(keyOf(hit), [...(groups.get(keyOf(hit)) ?? []), hit]);
  const holders = [...groups].map(([key, group]): Holder => {
    const first = group.find(({ eni }) => eni !== null && isFirstOf(eni)) ?? (group[0] as Hit);
    return { key, hit: first, others: group.length - 1 };
  });
  const rank = ({ key }: Holder) => (before.includes(key) ? before.indexOf(key) : before.length);
  return holders.sort((a, b) => rank(a) - rank(b));
}
