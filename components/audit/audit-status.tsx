'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { saveFile } from '@/components/ui/save-file';
import { useSizeWords } from '@/components/ui/use-size-words';
import type { AuditAnswer } from '@/lib/audit/audit-answer';
import { type AuditSearch, toAuditQuery } from '@/lib/audit/audit-search';

/** Whether the trail is whole, how much of it is present, and a file of what is shown. */
export function AuditStatus({ answer, search }: { answer: AuditAnswer; search: AuditSearch }) {
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
  const save = async () => {
    const { auditCsv } = await import('@/lib/audit/audit-csv');
    saveFile(`audit ${answer.day}.csv`, 'text/csv', auditCsv(answer, toAuditQuery({ ...search, day: null })));
  };
  const shown = answer.notable.length + answer.others.length;
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b bg-surface pr-4 max-[720px]:pr-3">
      <p
        role="status"
        className="flex min-h-9 min-w-0 flex-1 flex-wrap items-center gap-x-2 py-1 pl-4 text-ink-2 max-[720px]:pl-3"
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
      {answer.tokensEnding.length > 0 && (
        <p className="py-1 text-ink-2">
          <Icon name="warn" size={14} />{' '}
          {t('tokensEnd', {
            tokens: answer.tokensEnding
              .map(({ name, expires }) => `${name} (${dateTime(new Date(expires), { dateStyle: 'medium' })})`)
              .join(', '),
          })}
        </p>
      )}
      <Button onClick={() => void save()} disabled={shown === 0}>
        <Icon name="download" size={14} /> {t('saveCsv')}
      </Button>
    </div>
  );
}
