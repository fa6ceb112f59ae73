'use client';

import { useTranslations } from 'next-intl';
import { visibleText } from '@/lib/eni/visible-text';
import type { Shelved } from './export-shelf';
import { FilePicker } from './file-picker';

type MissingFileProps = { name: string; shelved: Shelved | null; onTaken: (name: string) => void };

/** The link names a file that is not in this browser, or that cannot be read any more: asks the reader for it. */
export function MissingFile({ name, shelved, onTaken }: MissingFileProps) {
  const t = useTranslations('compare');
  return (
    <section className="mx-4 my-6 max-w-xl rounded-md border border-line-strong bg-surface p-4 max-[720px]:mx-3">
      <h2 className="font-semibold text-base">
        <bdi>{t('missing.title', { name: visibleText(name) })}</bdi>
      </h2>
      <p className="mt-1 mb-3 text-ink-2">{t('missing.text')}</p>
      {shelved?.state === 'refused' && (
        <p role="alert" className="mb-3 text-danger text-xs">
          {t(`fileIssue.${shelved.issue.code}`, { allowed: shelved.issue.allowed ?? '' })}
        </p>
      )}
      <FilePicker onTaken={onTaken}>{t('missing.choose')}</FilePicker>
    </section>
  );
}
