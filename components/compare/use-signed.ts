'use client';

import { useFormatter } from 'next-intl';

/** A difference as people write it: its sign first, a true minus. */
export function useSigned(): (difference: number) => string {
  const format = useFormatter();
  return (difference) => format.number(difference, { signDisplay: 'exceptZero' }).replace('-', '−');
}

/** A count as far as it is known: a side that has not been read to the end has at least that many. */
export function useAtLeast(): (count: number, isWhole: boolean) => string {
  const format = useFormatter();
  return (count, isWhole) => `${isWhole ? '' : '≥'}${format.number(count)}`;
}
