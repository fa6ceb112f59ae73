'use client';

import { useTranslations } from 'next-intl';
import type { IntakeReading } from '@/lib/search/intake/intake';

/** How many words around a list are spelled out. */
const SPELLED = 12;

type PasteNotesProps = { paste: NonNullable<IntakeReading['paste']>; taken: number };

/** What a pasted list holds: its kinds, duplicates, words that were not read, and values that exceed one search. */
export function PasteNotes({ paste, taken }: PasteNotesProps) {
  const t = useTranslations('filterBar.paste');
  const mark = useTranslations('mark');
  const forms = paste.forms.map(([form, count]) => t(`form.${form}`, { count }));
  const more = paste.unread.length - SPELLED;
  return (
    <ul className="space-y-0.5 px-3 pb-2 text-ink-2 text-xs">
      <li>
        {forms.join(mark('list'))}
        {paste.again > 0 && ` · ${t('again', { count: paste.again })}`}
      </li>
      {paste.unread.length > 0 && (
        <li>
          {t('unread')}{' '}
          <bdi className="text-ink">{paste.unread.slice(0, SPELLED).join(' ').slice(0, 240)}</bdi>
          {more > 0 && ` ${t('unreadMore', { count: more })}`}
        </li>
      )}
      {paste.rest.length > 0 && (
        <li role="alert" className="text-warn">
          {t('tooMany', { count: taken + paste.rest.length, most: taken, rest: paste.rest.length })}
        </li>
      )}
    </ul>
  );
}
