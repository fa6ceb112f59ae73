'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Within } from '@/components/ui/within';
import { isPlaceRead, isWhole } from '@/lib/search/reading/coverage';
import type { Reading } from '@/lib/search/reading/merge';
import type { FilterTerm, Search } from '@/lib/search/search';
import { bringsBack, ranAfter } from './brings-back';
import { StatePanel } from './state-panel';
import { TermText } from './term-text';

export type EmptyStateProps = {
  search: Search;
  reading: Reading;
  onRemove: (term: FilterTerm) => void;
  onClear: () => void;
};

/** No row matched: the filters, what each of them did, and a button to remove each. */
export function EmptyState({ search, reading, onRemove, onClear }: EmptyStateProps) {
  const t = useTranslations('states');
  const format = useFormatter();
  const { terms } = search;
  const { accounts } = reading.scope;
  const isRead = (region: string) => accounts.every((account) => isPlaceRead(reading, { account, region }));
  const regions = format.list(reading.scope.regions.filter((region) => !reading.complete || isRead(region)));
  if (terms.length === 0)
    return (
      <StatePanel title={t('noEnis')}>
        <p>
          {t('noEnisIn', { regions })} <Within />
        </p>
      </StatePanel>
    );
  const isApiFiltered = terms.some((term) => !ranAfter(term, reading));
  return (
    <StatePanel title={t(isWhole(reading) ? 'noMatch' : 'noMatchYet', { count: terms.length })}>
      <p>
        {t('lookedIn', { regions, count: reading.scanned })} <Within />
      </p>
      <ul className="rounded-md border border-line">
        {terms.map((term) => {
          const count = bringsBack(term, reading);
          return (
            <li
              key={`${term.negated} ${term.key} ${term.values.join()}`}
              className="flex items-center gap-2 border-line px-3 py-2 not-first:border-t"
            >
              <TermText term={term} />
              {ranAfter(term, reading) && (
                <span title={t('ranAfter')} className="text-ink-3">
                  <Icon name="after" size={12} />
                  <span className="sr-only">{t('ranAfter')}</span>
                </span>
              )}
              <span className="ml-auto whitespace-nowrap text-ink-3 text-xs">
                {count !== null && t('upTo', { count })}
              </span>
              <Button size="small" onClick={() => onRemove(term)}>
                {t('remove')}
              </Button>
            </li>
          );
        })}
      </ul>
      {isApiFiltered && <p className="text-ink-3">{t('apiFiltered')}</p>}
      {terms.length > 1 && (
        <div>
          <Button onClick={onClear}>{t('clear')}</Button>
        </div>
      )}
    </StatePanel>
  );
}
