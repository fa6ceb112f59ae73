'use client';

import { useTranslations } from 'next-intl';
import { PlusMark } from '@/components/eni-parts/plus-mark';

/** How many more there are than the one shown; nothing when there are none. */
export function MoreMark({ count, addresses = false }: { count: number; addresses?: boolean }) {
  return count > 0 ? <Mark count={count} addresses={addresses} /> : null;
}

function Mark({ count, addresses }: { count: number; addresses: boolean }) {
  const t = useTranslations('table');
  return <PlusMark title={t(addresses ? 'moreAddresses' : 'more', { count })}>+{count}</PlusMark>;
}
