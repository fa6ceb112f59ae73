import { dayOf } from '@/lib/eni/moment';
import { Absent } from './absent';

/** The day of a moment in UTC; the whole moment on hover. What is no moment shows as it came. */
export function DateCell({ moment }: { moment: string | null }) {
  if (moment === null) return <Absent />;
  return (
    <time dateTime={moment} title={moment} className="truncate text-ink-2">
      {dayOf(moment)}
    </time>
  );
}
