'use client';

import { useTranslations } from 'next-intl';
import { useNow, useTimeZone } from '@/components/ui/use-client-time';

const DAY = 86_400_000;

/** Year first and 24 hours in every language, as ids and logs have it. */
function stampOf(date: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(date);
}

/** A moment in the reader's time zone and its age; what is no date shows as it came. */
export function CreatedValue({ moment }: { moment: string }) {
  const t = useTranslations('drawer');
  const timeZone = useTimeZone();
  const now = useNow();
  const date = new Date(moment);
  if (Number.isNaN(date.valueOf())) return <>{moment}</>;
  const days = now === null ? null : Math.floor((now - date.valueOf()) / DAY);
  return (
    <>
      <time dateTime={moment} title={moment}>
        {stampOf(date, timeZone)}
        {timeZone === 'UTC' && ' UTC'}
      </time>
      {days !== null && days >= 0 && <span className="text-ink-3">{t('daysAgo', { days })}</span>}
    </>
  );
}
