'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { GroupsSummary } from '@/lib/search/table/table-rows';
import type { GroupCoverage } from './group-coverage';

type GroupNotesProps = {
  summary: GroupsSummary;
  coverage: GroupCoverage;
  /** Groups are ordered by the id of their shared value, as there are too many to name. */
  isById: boolean;
};

/** What the totals do not show: what they rest on, what is counted twice, and how unnamed groups are ordered. */
export function GroupNotes({ summary, coverage, isById }: GroupNotesProps) {
  const t = useTranslations('group');
  const { unread, isRead, isReading, loaded, total, calls, onReadAll } = coverage;
  const notes = [
    ...(isRead || total === null ? [] : [t('partOf', { loaded, total })]),
    ...(isRead || total !== null ? [] : [t('part', { loaded })]),
    ...(isRead && unread.length > 0 ? [t('unread', { count: unread.length })] : []),
    ...(summary.inSeveral > 0 ? [t('inSeveral', { count: summary.inSeveral })] : []),
    ...(isById ? [t('byId')] : []),
  ].join(' · ');
  return (
    <>
      <span className="line-clamp-2 min-w-0 text-xs leading-4" title={notes}>
        {notes}
      </span>
      {!isRead && !isReading && (
        // If there is no room, the status line offers the same under another name.
        <Button size="small" onClick={onReadAll} className="max-[720px]:hidden">
          {calls === null ? t('countWhole') : t('countWholeFor', { calls })}
        </Button>
      )}
    </>
  );
}
