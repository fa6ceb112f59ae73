import type { TotalId } from '@/lib/search/table/group-totals';

/**
 * The totals beside a group, from left to right, and the row width from which each has room; the words of the row still
 * contain the others.
 */
export const TOTAL_COLUMNS: readonly { id: TotalId; room: string }[] = [
  { id: 'enis', room: '' },
  { id: 'addresses', room: '' },
  { id: 'prefixes', room: '@max-[560px]:hidden' },
  { id: 'eips', room: '@max-[640px]:hidden' },
  { id: 'ipv6', room: '@max-[880px]:hidden' },
  { id: 'inUse', room: '@max-[800px]:hidden' },
  { id: 'available', room: '@max-[720px]:hidden' },
  { id: 'otherStatus', room: '@max-[960px]:hidden' },
];

/** The looks of a total's column, in the heads of groups and above them. */
export const TOTAL_CLASS = 'w-20 shrink-0 text-end max-[720px]:hidden';
