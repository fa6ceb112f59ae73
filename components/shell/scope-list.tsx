'use client';

import { useTranslations } from 'next-intl';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import { Icon } from '@/components/ui/icon';
import { scopeAfter } from '@/lib/search/scope-choice';
import { ALL } from '@/lib/search/search';

/** One name to choose: its id, a hint beside it, and the words by which readers find it. */
export type ScopeChoice = { id: string; hint: string; words: string };

export type ScopeListProps = {
  /** Name of the search field. */
  search: string;
  /** Name of the choice of everything. */
  all: string;
  chosen: readonly string[];
  byDefault: string | null;
  choices: readonly ScopeChoice[];
  note?: string | null;
  state?: 'ready' | 'loading' | 'failed';
  onChange: (names: string[]) => void;
};

/** Names to tick, found by typing. Each change applies at once. */
export function ScopeList({
  search,
  all,
  chosen,
  byDefault,
  choices,
  note,
  state,
  onChange,
}: ScopeListProps) {
  const t = useTranslations('scope');
  const { contains } = useFilter({ sensitivity: 'base' });
  // A name from the link that is missing from the list can still be unticked.
  const strange = chosen.filter((name) => name !== ALL && !choices.some(({ id }) => id === name));
  const items: ScopeChoice[] = [
    { id: ALL, hint: '', words: all },
    ...strange.map((id) => ({ id, hint: '', words: id })),
    ...choices,
  ];
  const waiting = { ready: null, loading: t('loading'), failed: t('failed') }[state ?? 'ready'];
  return (
    <Autocomplete filter={contains}>
      <div className="p-2">
        <SearchField aria-label={search} autoFocus>
          <Input
            placeholder={search}
            className="h-control w-full rounded-sm border border-field bg-surface px-2 placeholder:text-ink-3 focus:-outline-offset-1 [&::-webkit-search-cancel-button]:hidden"
          />
        </SearchField>
      </div>
      <ListBox
        aria-label={search}
        items={items}
        selectionMode="multiple"
        selectedKeys={chosen}
        escapeKeyBehavior="none"
        onSelectionChange={(keys) =>
          onChange(scopeAfter(chosen, keys === 'all' ? [...chosen, ALL] : [...keys].map(String), byDefault))
        }
        renderEmptyState={() => <p className="px-3 py-2 text-ink-3">{t('noneFound')}</p>}
        className="max-h-[min(360px,60vh)] overflow-auto border-line border-t py-1 outline-none"
      >
        {({ id, hint, words }) => (
          <ListBoxItem
            id={id}
            textValue={words}
            className="group flex min-h-7 cursor-pointer items-center gap-2 px-3 -outline-offset-2 data-focused:bg-accent-wash data-hovered:bg-hover"
          >
            <span
              aria-hidden="true"
              className="grid h-3.5 w-3.5 shrink-0 place-items-center rounded-xs border border-field bg-surface text-accent-ink group-aria-selected:border-accent group-aria-selected:bg-accent"
            >
              <span className="invisible group-aria-selected:visible">
                <Icon name="check" size={12} />
              </span>
            </span>
            <span className={id === ALL ? '' : 'font-mono text-mono'}>{id === ALL ? all : id}</span>
            <span className="min-w-0 truncate text-ink-3">{hint}</span>
            {id === byDefault && <span className="ml-auto shrink-0 text-2xs text-ink-3">{t('default')}</span>}
          </ListBoxItem>
        )}
      </ListBox>
      {(waiting ?? note) && (
        <p className="border-line border-t px-3 py-1.5 text-ink-3 text-xs">{waiting ?? note}</p>
      )}
    </Autocomplete>
  );
}
