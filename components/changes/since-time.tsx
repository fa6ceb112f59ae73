'use client';

import { useFormatter } from 'next-intl';
import { ClockTime } from '@/components/ui/clock-time';
import { useNow, useTimeZone } from '@/components/ui/use-client-time';

/** A moment as people say it: the time if it is today, otherwise the day too. */
export function SinceTime({ moment }: { moment: string }) {
  const format = useFormatter();
  const timeZone = useTimeZone();
  const now = useNow();
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeZone });
  const date = new Date(moment);
  const isToday = now === null || day(date) === day(new Date(now));
  return (
    <>
      {!isToday && `${day(date)} `}
      <ClockTime moment={moment} />
    </>
  );
}
