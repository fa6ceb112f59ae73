'use client';

import { useTranslations } from 'next-intl';
import { useOwnNow } from '@/components/ui/use-client-time';

const HOUR = 60;
const DAY = 24 * HOUR;

/** How long ago a list of pods was printed, in words: by the clock of the browser, which received the list. */
export function usePodAge(): (takenAt: string) => string {
  const t = useTranslations('pods.age');
  const now = useOwnNow();
  return (takenAt) => {
    const minutes = Math.max(0, Math.floor(((now ?? Date.parse(takenAt)) - Date.parse(takenAt)) / 60_000));
    if (minutes >= DAY) return t('days', { count: Math.floor(minutes / DAY) });
    if (minutes >= HOUR) return t('hours', { count: Math.floor(minutes / HOUR) });
    return t('minutes', { count: minutes });
  };
}
