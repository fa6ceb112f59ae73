'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { visibleText } from '@/lib/eni/visible-text';
import { type FilterKey, filterOf } from '@/lib/search/filters';
import { displayValue } from '@/lib/search/kinds';
import type { FilterTerm } from '@/lib/search/search';

/** The words for a filter and its values, in the reader's language. */
export function useTermWords() {
  const t = useTranslations();
  return useMemo(() => {
    const value = (key: FilterKey, text: string): string => {
      const { kind, ...rest } = filterOf(key);
      const isFlag = text === 'true' || text === 'false';
      if (kind === 'bool') return t(text === 'true' ? 'operator.yes' : 'operator.no');
      if (isFlag && 'presence' in rest && rest.presence)
        return t(text === 'true' ? 'filterBar.any' : 'filterBar.none');
      if ('says' in rest) return t(`${rest.says}.${text}` as 'owner.ack');
      return visibleText(displayValue(kind, text));
    };
    const operator = ({ key, negated, values }: FilterTerm): string => {
      const { kind } = filterOf(key);
      if (kind === 'text') return t(negated ? 'operator.containsNot' : 'operator.contains');
      if (kind === 'block' && values.some((each) => each.includes('/')))
        return t(negated ? 'operator.notIn' : 'operator.in');
      return t(negated ? 'operator.isNot' : 'operator.is');
    };
    const sentence = (term: FilterTerm): string => {
      const values = term.values.map((each) => value(term.key, each)).join(` ${t('operator.or')} `);
      return `${t(`filter.${term.key}`)} ${operator(term)} ${values}`;
    };
    return { value, operator, sentence, label: (key: FilterKey) => t(`filter.${key}`) };
  }, [t]);
}

/** Whether values of a filter are set in the monospaced face: ids and addresses, not words. */
export function isMono(key: FilterKey): boolean {
  return ['id', 'block', 'mac'].includes(filterOf(key).kind);
}
