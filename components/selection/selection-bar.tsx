'use client';

import { useTranslations } from 'next-intl';
import { PutAsideButton } from '@/components/basket/put-aside-button';
import { CopyAs } from '@/components/copy-as/copy-as';
import { ExportButton } from '@/components/export/export-button';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Reading } from '@/lib/search/reading/merge';
import type { Search } from '@/lib/search/search';
import type { View } from '@/lib/search/view';
import type { RowSelection } from './use-selection';

type SelectionBarProps = {
  selection: RowSelection;
  search: Search;
  reading: Reading;
  /** More rows are being loaded. */
  isReading: boolean;
  view: View;
  /** Reads the remaining rows. */
  onLoadAll: () => void;
};

/** The selected rows and their actions, above the foot of the table so that no row moves. */
export function SelectionBar({ selection, search, reading, isReading, view, onLoadAll }: SelectionBarProps) {
  const t = useTranslations('selection');
  const { picked, isAllThatMatch } = selection;
  const loaded = reading.enis.length;
  const isPart = isAllThatMatch && !reading.complete;
  const said = t('selected', { count: picked.length });
  const ofPart = isPart ? ` · ${t(isReading ? 'readingOn' : 'partOnly')}` : '';
  // The live region exists before its first message: many screen readers ignore a region that arrives with its words.
  const news = (
    <p role="status" className="sr-only">
      {picked.length > 0 && `${said}${ofPart}`}
    </p>
  );
  if (picked.length === 0) return news;
  return (
    <>
      {news}
      <section
        aria-label={t('label')}
        className="arrives -translate-x-1/2 absolute bottom-4 left-1/2 z-30 flex max-w-[calc(100%-24px)] items-center gap-2 overflow-x-auto rounded-md border border-line-strong bg-raised py-1.5 pr-1.5 pl-3 shadow-pop max-[720px]:hidden"
      >
        <p className="whitespace-nowrap">
          <b className="font-semibold">{said}</b>
          <span className="text-ink-2">{ofPart}</span>
        </p>
        {!isAllThatMatch && picked.length < loaded && (
          <Button look="quiet" size="small" onClick={selection.selectLoaded}>
            {t('allLoaded', { count: loaded })}
          </Button>
        )}
        {!isAllThatMatch && !reading.complete && (
          <Button
            look="quiet"
            size="small"
            onClick={() => {
              selection.selectAllThatMatch();
              onLoadAll();
            }}
          >
            {t('allThatMatch')}
          </Button>
        )}
        <span className="h-4 w-px shrink-0 bg-line" />
        <CopyAs enis={picked} search={search} reading={reading} columns={view.columns} isSelection />
        <ExportButton search={search} view={view} reading={reading} selected={picked} isSmall />
        <PutAsideButton candidates={picked} />
        <Button
          look="quiet"
          size="small-icon"
          aria-label={t('clear')}
          title={t('clear')}
          onClick={selection.clear}
        >
          <Icon name="cross" size={12} />
        </Button>
      </section>
    </>
  );
}
