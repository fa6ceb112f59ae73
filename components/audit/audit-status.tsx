'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { useSizeWords } from '@/components/ui/use-size-words';
import type { AuditAnswer } from '@/lib/audit/audit-answer';

/** Whether the trail is whole, and what of it is there. */
export function AuditStatus({ answer }: { answer: AuditAnswer }) {
  const t = useTranslations('audit');
  const { number, dateTime } = useFormatter();
  const size = useSizeWords();
  const { all, files, isWritable } = answer;
  const isWhole = all.missing === 0 && isWritable;
  const said = isWritable
    ? all.missing > 0
      ? t('recordsMissing', { count: all.records, missing: all.missing })
      : t('recordsWhole', { count: all.records })
    : t('notWritable');
  return (
    <p
      role="status"
      className="flex min-h-9 flex-wrap items-center gap-x-2 border-line border-b bg-surface px-4 py-1 text-ink-2 max-[720px]:px-3"
    >
      <span className={isWhole ? '' : 'text-danger'}>
        <Icon name={isWhole ? 'check' : 'warn'} size={14} />
      </span>
      <b className={`font-semibold ${isWhole ? 'text-ink' : 'text-danger'}`}>{said}</b>
      {all.firstSeq !== null && all.lastSeq !== null && (
        <span className="tabular-nums">
          seq {number(all.firstSeq)} – {number(all.lastSeq)}
        </span>
      )}
      <span className="max-[720px]:hidden">{t('before')}</span>
      <span className="ml-auto text-ink-3 max-[720px]:hidden">
        {t('files', {
          count: files.count,
          since: files.since === null ? '–' : dateTime(new Date(files.since), { dateStyle: 'medium' }),
          size: size(files.bytes),
        })}
      </span>
    </p>
  );
}
