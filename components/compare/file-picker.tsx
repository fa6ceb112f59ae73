'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { ExportIssue } from '@/lib/compare/saved-issue';
import { takeFile } from './export-shelf';

type FilePickerProps = {
  children: string;
  onTaken: (name: string) => void;
};

/** Picks a saved export, and says what is wrong with a file that is none. */
export function FilePicker({ children, onTaken }: FilePickerProps) {
  const t = useTranslations('compare');
  const [isReading, setReading] = useState(false);
  const [refused, setRefused] = useState<{ name: string; issue: ExportIssue } | null>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setReading(true);
    setRefused(null);
    const issue = await takeFile(file);
    setReading(false);
    if (issue === null) onTaken(file.name);
    else setRefused({ name: file.name, issue });
  };
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <label
        className={`${buttonClass({})} focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-1`}
      >
        <Icon name="file" size={14} />
        {isReading ? t('pick.readingFile') : children}
        <input
          type="file"
          accept=".json,.ndjson,.jsonl,.csv,application/json,application/x-ndjson,text/csv"
          className="sr-only"
          disabled={isReading}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      <span className="text-ink-3 text-xs">{t('pick.fileText')}</span>
      {refused && (
        <p role="alert" className="w-full text-danger text-xs">
          {t('refused', { name: refused.name })}{' '}
          {t(`fileIssue.${refused.issue.code}`, { allowed: refused.issue.allowed ?? '' })}
          {refused.issue.at && <code className="font-mono"> {refused.issue.at}</code>}
          {refused.issue.code === 'not_an_eni' && refused.issue.allowed && (
            <span className="text-ink-2"> {t('allowed', { allowed: refused.issue.allowed })}</span>
          )}
        </p>
      )}
    </div>
  );
}
