import type { OwnerKind } from '@/lib/eni/owner';
import type { VSwitchFacts } from '@/lib/findings/vswitch-facts';

/** What fills a part of a vSwitch: an owner's ENIs; idle ENIs of any owner; unnamed owners; or something on no ENI. */
export type FilledPart = { by: OwnerKind | 'idle' | 'others' | 'noEni'; addresses: number; share: number };

/** More owners than these are told together. */
const MOST_OWNERS = 3;

/**
 * What fills a vSwitch, the largest part first; `others` and `noEni` come last. The parts add up to all taken
 * addresses, a prefix counting as 16.
 */
export function filledBy({ enis, measures }: Pick<VSwitchFacts, 'enis' | 'measures'>): FilledPart[] {
  const held = new Map<OwnerKind | 'idle', number>();
  for (const { eni, owner, addresses } of enis) {
    const by = eni.status === 'Available' ? 'idle' : owner;
    held.set(by, (held.get(by) ?? 0) + addresses);
  }
  const sorted = [...held].filter(([, addresses]) => addresses > 0).sort((a, b) => b[1] - a[1]);
  const owners = sorted.filter(([by]) => by !== 'idle').map(([by]) => by);
  const named = new Set(['idle', ...owners.slice(0, MOST_OWNERS)]);
  const others = sorted.reduce((sum, [by, addresses]) => sum + (named.has(by) ? 0 : addresses), 0);
  const parts: [FilledPart['by'], number][] = [
    ...sorted.filter(([by]) => named.has(by)),
    ['others', others],
    ['noEni', measures?.dark ?? 0],
  ];
  const all = parts.reduce((sum, [, addresses]) => sum + addresses, 0);
  return parts
    .filter(([, addresses]) => addresses > 0)
    .map(([by, addresses]) => ({ by, addresses, share: addresses / all }));
}
