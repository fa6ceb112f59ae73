'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Search } from '@/lib/search/search';
import type { ComparedFile } from './use-changes';
import { useSavedLook } from './use-saved-look';

type CompareFileProps = { search: Search; onRead: (file: ComparedFile) => void };

/** Picks a saved export to compare with, and says what is wrong with it. */
export function CompareFile({ search, onRead }: CompareFileProps) {
  const t = useTranslations('changes');
  const { isReading, refused, read } = useSavedLook(search, onRead);
  return (
    <>
      <label
        className={`${buttonClass({ size: 'small' })} focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-1`}
      >
        <Icon name="download" size={14} />
        {isReading ? t('readingFile') : t('compare')}
        <input
          type="file"
          accept=".json,.ndjson,.jsonl,application/json,application/x-ndjson"
          className="sr-only"
          disabled={isReading}
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      {refused && (
        <p role="alert" className="w-full text-danger text-xs">
          {t('refused', { name: refused.name })}{' '}
          {t(`fileIssue.${refused.issue.code}`, { allowed: refused.issue.allowed ?? '' })}
          {refused.issue.at && <code className="font-mono"> {refused.issue.at}</code>}
          {refused.issue.code === 'not_an_eni' && refused.issue.allowed && (
            <span className="text-ink-2"> {t('fileAllowed', { allowed: refused.issue.allowed })}</span>
          )}
        </p>
      )}
    </>
  );
}
