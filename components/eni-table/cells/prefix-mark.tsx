'use client';

import { useTranslations } from 'next-intl';
import { PlusMark } from '@/components/eni-parts/plus-mark';

/** Delegated blocks of one length: `/28 ×4`. */
export function PrefixMark({ length, count }: { length: string; count: number }) {
  const t = useTranslations('table');
  return (
    <PlusMark title={t('prefixes', { count, length })}>
      {length}
      {count > 1 && ` ×${count}`}
    </PlusMark>
  );
}
