'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import { Icon } from '@/components/ui/icon';
import { saveFile } from '@/components/ui/save-file';
import { CHANGE_COLUMNS, type ChangeWords, changeRows } from '@/lib/changes/change-lines';
import { markdownTable } from '@/lib/export/markdown';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { DEFAULT_COMPARE_VIEW } from '@/lib/views/compare';
import { ChangesList } from './changes-list';
import { ChangesNotes } from './changes-notes';
import { CompareFile } from './compare-file';
import { SinceTime } from './since-time';
import type { Changes } from './use-changes';

export type ChangesPaneProps = {
  changes: Changes;
  search: Search;
  selected: string | null;
  onOpen: (key: string) => void;
  onClose: () => void;
};

/** The list of what changed between two looks, and how to compare with another one. */
export function ChangesPane({ changes, search, selected, onOpen, onClose }: ChangesPaneProps) {
  const t = useTranslations('changes');
  const format = useFormatter();
  const title = useRef<HTMLHeadingElement>(null);
  const { against, after, listed } = changes;
  useEffect(() => title.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
  };
  const words: ChangeWords = {
    kind: (kind) => t(`kind.${kind}`),
    column: (column) => t(`column.${column}`),
  };
  const header = CHANGE_COLUMNS.map(words.column);
  const markdown = () =>
    [
      ...markdownTable(header, changeRows(listed, words), [
        [t('column.was'), against?.takenAt ?? ''],
        [t('column.is'), after?.takenAt ?? ''],
      ]),
    ].join('');
  const saveCsv = async () => {
    const { csvOf } = await import('@/lib/export/csv');
    saveFile('eni-changes.csv', 'text/csv', csvOf(header, changeRows(listed, words)));
  };
  return (
    <section
      aria-label={t('title')}
      onKeyDown={onKeyDown}
      data-focus-to="changes"
      className={`arrives flex shrink-0 flex-col border-line-strong border-b bg-surface ${listed.length > 0 ? 'h-[min(46%,360px)]' : ''}`}
    >
      <header className="flex flex-wrap items-center gap-2 px-4 py-1.5 max-[720px]:px-3">
        <h2 ref={title} tabIndex={-1} className="font-semibold text-base outline-none">
          {t('title')}
        </h2>
        {against && after && (
          <span className="text-ink-2 text-xs">
            {t.rich('between', {
              from: () => <SinceTime moment={against.takenAt} />,
              to: () => <SinceTime moment={after.takenAt} />,
            })}
          </span>
        )}
        <span className="ml-auto flex flex-wrap items-center gap-2">
          {listed.length > 0 && (
            <>
              <CopyTextButton text={markdown} look="quiet" size="small">
                {t('copyMarkdown', { count: format.number(listed.length) })}
              </CopyTextButton>
              <Button look="quiet" size="small" onClick={() => void saveCsv()}>
                <Icon name="download" size={14} />
                CSV
              </Button>
            </>
          )}
          <Link
            href={routes.compare({
              search,
              view: {
                ...DEFAULT_COMPARE_VIEW,
                with: changes.file && { kind: 'file', name: changes.file.name },
              },
            })}
            prefetch={false}
            className={buttonClass({ look: 'quiet', size: 'small' })}
          >
            <Icon name="swap" size={14} />
            {t('openCompare')}
          </Link>
          <CompareFile search={search} onRead={changes.compareWith} />
          <Button look="quiet" size="small-icon" aria-label={t('close')} onClick={onClose}>
            <Icon name="cross" />
          </Button>
        </span>
      </header>
      <ChangesNotes {...changes} search={search} />
      {listed.length > 0 ? (
        <ChangesList changes={listed} selected={selected} onOpen={onOpen} />
      ) : (
        <p className="px-4 pb-2 text-ink-2 max-[720px]:px-3">{against ? t('nothing') : t('isLast')}</p>
      )}
    </section>
  );
}
