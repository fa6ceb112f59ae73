import { Absent } from './absent';

const ISO = /^(\d{4}-\d{2}-\d{2})T/;

/** The day of a moment as the API wrote it (UTC); the whole moment on hover. What is no ISO date shows as it came. */
export function DateCell({ moment }: { moment: string | null }) {
  if (moment === null) return <Absent />;
  return (
    <time dateTime={moment} title={moment} className="truncate text-ink-2">
      {ISO.exec(moment)?.[1] ?? moment}
    </time>
  );
}
