'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import type { Accounts } from '@/lib/eni/page';
import type { Search } from '@/lib/search/search';
import type { CompareView } from '@/lib/views/compare';
import { FilePicker } from './file-picker';
import { type Pick, usePicks } from './use-picks';

export type SidePickerProps = {
  search: Search;
  view: CompareView;
  accounts: Accounts['items'];
  onScope: (scope: Search) => void;
  onView: (change: Partial<CompareView>) => void;
};

/** What can be compared with: other regions and accounts, VPCs, vSwitches, an export. */
export function SidePicker({
  search,
  view,
  accounts,
  onScope,
  onView,
  onDone,
}: SidePickerProps & { onDone: () => void }) {
  const t = useTranslations('compare.pick');
  const [text, setText] = useState('');
  const { sections, isLoading, hasFailed } = usePicks({ search, view }, accounts, text);
  const picks = new Map<string, Pick>(
    sections.flatMap(({ id, picks }) => picks.map((pick) => [`${id} ${pick.id}`, pick] as const)),
  );
  const choose = (key: string) => {
    const pick = picks.get(key);
    if (pick) onScope(pick.scope);
    onDone();
  };
  return (
    <>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <div className="sticky top-0 z-10 rounded-t-md border-line border-b bg-raised p-2">
          <SearchField aria-label={t('search')} autoFocus>
            <Input
              placeholder={t('search')}
              className="h-control w-full rounded-sm border border-field bg-surface px-2 placeholder:text-ink-3 focus:-outline-offset-1 [&::-webkit-search-cancel-button]:hidden"
            />
          </SearchField>
        </div>
        {/* Before the list, which may be long. */}
        <div className="border-line border-b p-2">
          <FilePicker
            onTaken={(name) => {
              onView({ with: { kind: 'file', name } });
              onDone();
            }}
          >
            {t('file')}
          </FilePicker>
        </div>
        <ListBox
          aria-label={t('title')}
          escapeKeyBehavior="none"
          onAction={(key) => choose(String(key))}
          renderEmptyState={() => (
            <p className="px-3 py-2 text-ink-3">{isLoading ? t('loading') : t('none')}</p>
          )}
          className="py-1 outline-none"
        >
          {sections.map((section) => (
            <ListBoxSection key={section.id} id={section.id}>
              <Header className="px-3 pt-2 pb-1 text-ink-3 text-xs">{section.title}</Header>
              {section.picks.map(({ id, name, hint, isMono }) => (
                <ListBoxItem
                  key={id}
                  id={`${section.id} ${id}`}
                  textValue={`${name} ${hint}`}
                  className="flex min-h-7 cursor-pointer items-center gap-2 px-3 -outline-offset-2 data-focused:bg-accent-wash data-hovered:bg-hover"
                >
                  <span className={`shrink-0 ${isMono ? 'font-mono text-mono' : ''}`}>{name}</span>
                  <span className="min-w-0 truncate text-ink-3">{hint}</span>
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Autocomplete>
      {hasFailed && <p className="border-line border-t px-3 py-1.5 text-ink-3 text-xs">{t('failed')}</p>}
    </>
  );
}
