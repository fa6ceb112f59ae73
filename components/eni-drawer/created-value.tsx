'use client';

import { useTranslations } from 'next-intl';
import { useNow, useTimeZone } from '@/components/ui/use-client-time';
import { stampOf } from '@/lib/eni/moment';

const DAY = 86_400_000;

/** A moment in the reader's time zone and its age; text that is no date is shown unchanged. */
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
        {stampOf(moment, timeZone)}
      </time>
      {days !== null && days >= 0 && <span className="text-ink-3">{t('daysAgo', { days })}</span>}
    </>
  );
}
