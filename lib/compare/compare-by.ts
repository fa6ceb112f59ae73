import type { Eni } from '@/lib/eni/eni';
import { ownerKindOf } from '@/lib/eni/owner';
import { parseColumn } from '@/lib/search/table/columns';

/** What two sides can be compared by beside a tag: the first two pair ENIs, the others count the ENIs of each value. */
export const FIXED_BYS = ['eni', 'name', 'owner', 'vswitch'] as const;

type FixedBy = (typeof FIXED_BYS)[number];
export type PairBy = 'eni' | 'name';
export type CountBy = Exclude<FixedBy, PairBy> | `tag:${string}`;

/** What two sides are compared by. */
export type CompareBy = PairBy | CountBy;

export function isPairBy(by: CompareBy): by is PairBy {
  return by === 'eni' || by === 'name';
}

/** The key that the URL has after `by=`, unescaped; null where it is nothing to compare by. */
export function parseBy(text: string): CompareBy | null {
  const fixed = FIXED_BYS.find((each) => each === text);
  if (fixed !== undefined) return fixed;
  const column = parseColumn(text);
  return column?.startsWith('tag:') ? (column as `tag:${string}`) : null;
}

/** The tag key to compare by, null where it is no tag. */
export function tagKeyOf(by: CompareBy): string | null {
  return by.startsWith('tag:') ? by.slice('tag:'.length) : null;
}

/** How the value that ENIs are counted by is read; null is an ENI without one. */
export function valueReader(by: CountBy): (eni: Eni) => string | null {
  const key = tagKeyOf(by);
  if (key !== null) return (eni) => eni.tags.find((tag) => tag.key === key)?.value ?? null;
  return by === 'owner' ? ownerKindOf : (eni) => eni.vSwitchId;
}
