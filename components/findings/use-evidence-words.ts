'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Evidence } from '@/lib/findings/finding';

/** Formats evidence: each value with its label and whether it is a number; says so if the API does not report it. */
export function useEvidenceWords() {
  const t = useTranslations('findings');
  const word = useTranslations('operator');
  const { number } = useFormatter();
  const say = (key: string, value: Evidence[keyof Evidence]): string => {
    if (value === null || value === undefined) return t('unknown');
    if (typeof value === 'number') return number(value);
    if (typeof value === 'boolean') return word(value ? 'yes' : 'no');
    return key === 'problem' ? t(`problem.${value as 'no_primary'}`) : value;
  };
  return (evidence: Evidence) =>
    Object.entries(evidence).map(([key, value]) => ({
      label: t(`evidence.${key as keyof Evidence}`),
      said: say(key, value),
      isFigure: typeof value === 'number',
    }));
}
