import type { Place } from '@/lib/eni/page';
import type { GroupBy } from './group-by';

/** Columns whose values lie in one region each. */
const OF_A_REGION: readonly string[] = ['vpc', 'vswitch', 'instance', 'zone', 'sg', 'region'];

/** The identity of a group: its value, and the regions of its rows. */
export type CoveredGroup = { by: GroupBy; value: string | null; regions: ReadonlySet<string> };

/** Whether a place that was not read may hold more of a group, so that its totals are the least that it comes to. */
export function isInPart({ by, value, regions }: CoveredGroup, unread: readonly Place[]): boolean {
  if (value === null) return unread.length > 0;
  if (by === 'account') return unread.some(({ account }) => account === value);
  if (OF_A_REGION.includes(by)) return unread.some(({ region }) => regions.has(region));
  return unread.length > 0;
}
