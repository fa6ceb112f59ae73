'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { visibleText } from '@/lib/eni/visible-text';
import { type FacetId, filterKeyOf, tagKeyOf } from '@/lib/search/facets/facets';
import { filterOf } from '@/lib/search/filters';

/** The words for facets and their values, in the reader's language. */
export function useFacetWords() {
  const t = useTranslations();
  return useMemo(() => {
    const label = (facet: FacetId): string => {
      if (facet === 'tag') return t('facets.tagKeys');
      const tagKey = tagKeyOf(facet);
      return tagKey === null ? t(`filter.${filterKeyOf(facet)}`) : visibleText(tagKey);
    };
    const value = (facet: FacetId, text: string): string => {
      const { kind, ...rest } = filterOf(filterKeyOf(facet));
      if (kind === 'bool') return t(text === 'true' ? 'operator.yes' : 'operator.no');
      if ('says' in rest) return t(`${rest.says}.${text}` as 'owner.ack');
      return text === '' ? t('facets.emptyValue') : visibleText(text);
    };
    return { label, value };
  }, [t]);
}

const ID_KEYS: readonly FacetId[] = ['vpc', 'vswitch', 'instance', 'sg'];

/** Whether the values of a facet are ids, which are set in the monospaced face and cut in the middle. */
export function areIds(facet: FacetId): boolean {
  return ID_KEYS.includes(facet);
}
