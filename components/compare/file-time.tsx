'use client';

import { useFormatter } from 'next-intl';
import { useTimeZone } from '@/components/ui/use-client-time';

/** Day and time of an export, in the reader's time zone. */
export function FileTime({ moment }: { moment: string }) {
  const format = useFormatter();
  const timeZone = useTimeZone();
  const date = new Date(moment);
  if (Number.isNaN(date.valueOf())) return <>{moment}</>;
  const text = format.dateTime(date, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  return (
    <time dateTime={moment} title={moment}>
      {text}
      {timeZone === 'UTC' && ' UTC'}
    </time>
  );
}
