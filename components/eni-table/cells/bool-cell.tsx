'use client';

import { useTranslations } from 'next-intl';
import { Absent } from './absent';

export function BoolCell({ flag }: { flag: boolean | null }) {
  const t = useTranslations('operator');
  if (flag === null) return <Absent />;
  return <span className="text-ink-2">{flag ? t('yes') : t('no')}</span>;
}
