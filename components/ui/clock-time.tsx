'use client';

import { useFormatter } from 'next-intl';
import { useTimeZone } from './use-client-time';

/** The time of day of a moment, in the reader's time zone; UTC, and saying so, until that is known. */
export function ClockTime({ moment }: { moment: string }) {
  const format = useFormatter();
  const timeZone = useTimeZone();
  const date = new Date(moment);
  if (Number.isNaN(date.valueOf())) return <>{moment}</>;
  const text = format.dateTime(date, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
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
