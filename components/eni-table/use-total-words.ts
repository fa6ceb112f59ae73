'use client';

import { useTranslations } from 'next-intl';
import type { Totals } from '@/lib/search/table/group-totals';
import { TOTAL_COLUMNS } from './total-columns';

/** Totals as a sentence: the ENIs and addresses, and any other totals that exist. */
export function useTotalWords(): (totals: Totals, isPart: boolean) => string {
  const t = useTranslations('group');
  return (totals, isPart) => {
    const facts = TOTAL_COLUMNS.filter(({ id }) => totals[id] > 0 || id === 'enis' || id === 'addresses').map(
      ({ id }) => t(`count.${id}`, { count: totals[id] }),
    );
    const said = facts.join(' · ');
    return isPart ? t('atLeast', { said }) : said;
  };
}
