'use client';

import { useFormatter } from 'next-intl';

/** A difference as people write it: its sign first, a true minus. */
export function useSigned(): (difference: number) => string {
  const format = useFormatter();
  return (difference) => format.number(difference, { signDisplay: 'exceptZero' }).replace('-', '−');
}
