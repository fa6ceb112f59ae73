'use client';

import { useTranslations } from 'next-intl';
import type { Look } from '@/lib/changes/look';
import type { Search } from '@/lib/search/search';
import type { Changes } from './use-changes';

const PLACES_NAMED = 4;

function places(look: Look): string {
  const named = look.unread.slice(0, PLACES_NAMED).join(', ');
  return look.unread.length > PLACES_NAMED ? `${named} …` : named;
}

type ChangesNotesProps = Pick<Changes, 'against' | 'after' | 'file' | 'storeIssue'> & { search: Search };

/** What the two looks cannot tell, and whether the last one is kept. */
export function ChangesNotes({ against, after, file, storeIssue, search }: ChangesNotesProps) {
  const t = useTranslations('changes');
  const beyond = file?.look.rows.some((row) => after?.scope.regions.includes(row.region) === false);
  const notes = [
    file && !file.isWhole && t('fileInPart'),
    file?.isTimeGuessed && t('fileTime'),
    file && file.leftOut > 0 && t('fileLeftOut', { count: file.leftOut }),
    beyond && t('fileBeyond'),
    against && !file && !against.complete && t('beforeInPart', { count: against.rows.length }),
    against && after && !after.complete && t('afterInPart'),
    against && against.unread.length > 0 && t('unreadBefore', { places: places(against) }),
    after && after.unread.length > 0 && t('unreadAfter', { places: places(after) }),
    after && after.stale.length > 0 && t('stale', { places: places({ ...after, unread: after.stale }) }),
    against && search.terms.length > 0 && t('filtered'),
    storeIssue && t(`store.${storeIssue}`),
  ].filter((note) => typeof note === 'string');
  if (notes.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 px-4 pb-1.5 text-ink-2 text-xs max-[720px]:px-3">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
