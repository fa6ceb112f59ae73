'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useTermWords } from '@/components/filter-bar/term-words';
import { visibleText } from '@/lib/eni/visible-text';
import { viewState } from '@/lib/views/view-query';

/** How many values of a filter are spelled out; the rest is a number. */
const SAID = 3;

/** A search in words: its filters, and its scope if it names one. */
export function useSearchWords(): (query: string) => { filters: string; scope: string } {
  const t = useTranslations('savedViews');
  const mark = useTranslations('mark');
  const words = useTermWords();
  return useMemo(
    () => (query) => {
      const { search } = viewState(query);
      const filters = search.terms.map((term) => {
        const sentence = words.sentence({ ...term, values: term.values.slice(0, SAID) });
        const more = term.values.length - SAID;
        return more > 0 ? t('andMore', { sentence, count: more }) : sentence;
      });
      return {
        filters: filters.join(mark('comma')),
        scope: visibleText([...search.accounts, ...search.regions].join(mark('list'))),
      };
    },
    [t, mark, words],
  );
}
