'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CopyLink } from '@/components/copy-link/copy-link';
import { NARROW } from '@/components/data-table/row-metrics';
import { useCommand } from '@/components/keys/use-command';
import { termIds } from '@/components/names/name-wishes';
import { useIdNames } from '@/components/names/use-names-on-screen';
import { openPodsFile } from '@/components/pods/open-pods';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useMedia } from '@/components/ui/use-media';
import type { Beside } from '@/lib/search/intake/beside';
import type { Reading } from '@/lib/search/reading/merge';
import type { FilterTerm, Search } from '@/lib/search/search';
import { addTerm, removeTerm } from '@/lib/search/terms';
import { AddFilter } from './add-filter';
import { AskEverywhere } from './ask-everywhere';
import { ChipList } from './chip-list';
import { IntakeField } from './intake-field';
import { onStartFilter } from './start-filter';
import { useTermWords } from './term-words';
import { useChipFocus } from './use-chip-focus';
import { useTermEditing } from './use-term-editing';

const TermEditor = dynamic(() => import('./term-editor').then((file) => file.TermEditor), { ssr: false });

type FilterBarProps = {
  search: Search;
  reading: Reading;
  onSearch: (change: (search: Search) => Search, options?: { replace?: boolean }) => void;
  /**
   * Asks for a pasted list as a whole, on the page that answers; on other pages a list is a filter like any other, and
   * a link leads to that page.
   */
  onList?: (term: FilterTerm, beside: readonly Beside[]) => void;
  /** Content before the link: the saved views. */
  views?: ReactNode;
  /** Other actions on the search. */
  actions?: ReactNode;
  /** The placeholder of the empty field; it takes the same input on every page. */
  placeholder?: string;
};

/** The filters: chips of those in effect, a field that takes any text, a menu of all filters. */
export function FilterBar({
  search,
  reading,
  onSearch,
  onList,
  views,
  actions,
  placeholder,
}: FilterBarProps) {
  const t = useTranslations('filterBar');
  const words = useTermWords();
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const [news, setNews] = useState('');
  const { terms } = search;
  const isNarrow = useMedia(NARROW);
  useIdNames(termIds(terms), reading);
  const focusField = () => field.current?.focus();
  const editing = useTermEditing(search, onSearch);

  const add = (term: FilterTerm, beside: readonly Beside[] | null = null) => {
    if (beside !== null && onList) onList(term, beside);
    else onSearch((now) => addTerm(now, term));
    setNews(t('added', { label: words.sentence(term) }));
  };
  const chips = useChipFocus({
    list,
    count: terms.length,
    focusField,
    onRemove: (at) => {
      const term = terms[at];
      onSearch((now) => removeTerm(now, at));
      if (term) setNews(t('removed', { label: words.sentence(term) }));
    },
  });
  const clear = () => {
    onSearch((now) => ({ ...now, terms: [] }));
    focusField();
  };
  useCommand('filterBar', focusField);
  useCommand('clearFilters', clear, { enabled: terms.length > 0 });
  useEffect(() => onStartFilter((key) => editing.begin(key, field.current)));

  const chipList = (
    <ChipList
      list={list}
      terms={terms}
      ranAfter={reading.filteredAfter}
      openAt={editing.at}
      chips={chips}
      onOpen={(at) => editing.open(at, list.current?.children[at])}
      isNarrow={isNarrow}
    />
  );
  return (
    <search
      aria-label={t('label')}
      className="flex shrink-0 items-start gap-1 border-line bg-surface px-4 py-2.25 max-[720px]:flex-wrap max-[720px]:gap-2 max-[720px]:px-3 max-[720px]:py-2"
    >
      {isNarrow && chipList}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: clicks beside the field go to the field, as in any field */}
      <div
        onMouseDown={(event) => {
          if (event.target !== event.currentTarget) return;
          event.preventDefault();
          focusField();
        }}
        onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
        onDrop={(event) => {
          const [file] = event.dataTransfer.files;
          if (!file) return;
          event.preventDefault();
          void openPodsFile(file);
        }}
        className="relative mr-1 flex min-h-8.5 min-w-0 flex-1 cursor-text max-[720px]:mr-0 items-center gap-1 rounded-md border border-field bg-surface py-1 pr-1.5 pl-2.5 has-[input:focus]:border-focus has-[input:focus]:outline-2 has-[input:focus]:outline-focus has-[input:focus]:-outline-offset-1"
      >
        <span className="mr-0.5 text-ink-3">
          <Icon name="search" />
        </span>
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
          {!isNarrow && chipList}
          <IntakeField
            field={field}
            enis={reading.enis}
            placeholder={placeholder ?? t('placeholder')}
            onTerm={add}
            onStart={(key) => editing.begin(key, field.current)}
            onLeaveLeft={chips.focusLast}
          />
        </div>
      </div>
      {terms.length > 1 && (
        <Button look="quiet" className="h-8.5 max-[720px]:hidden" onClick={clear}>
          {t('clearAll')}
        </Button>
      )}
      {!onList && <AskEverywhere search={search} />}
      <AddFilter anchor={addButton} onStart={(key) => editing.begin(key, addButton.current)} />
      {views}
      <CopyLink />
      {actions}
      <span role="status" className="sr-only">
        {news}
      </span>
      {editing.start && (
        <TermEditor
          key={editing.session}
          start={editing.start}
          enis={reading.enis}
          anchor={editing.anchor}
          onChange={editing.change}
          onClose={editing.close}
        />
      )}
    </search>
  );
}
