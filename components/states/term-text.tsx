'use client';

import { useTranslations } from 'next-intl';
import { visibleText } from '@/lib/eni/visible-text';
import { filterOf } from '@/lib/search/filters';
import { displayValue } from '@/lib/search/kinds';
import type { FilterTerm } from '@/lib/search/search';

/** How many values are spelled out. */
const SPELLED = 3;

/** A filter in words: its name, is or is not, its values. */
export function TermText({ term }: { term: FilterTerm }) {
  const t = useTranslations();
  const { kind } = filterOf(term.key);
  const values = term.values.slice(0, SPELLED).map((value) => visibleText(displayValue(kind, value)));
  const more = term.values.length - values.length;
  return (
    <span
      className={`inline-flex min-h-6 min-w-0 items-center gap-1.5 rounded-sm border px-2 text-xs ${term.negated ? 'border-negate/30 bg-negate-wash' : 'border-line-strong bg-sunken'}`}
    >
      <span className="text-ink-2">{t(`filter.${term.key}`)}</span>
      <span className={term.negated ? 'font-semibold text-negate' : 'text-ink-3'}>
        {term.negated ? t('operator.isNot') : t('operator.is')}
      </span>
      <bdi className="truncate font-medium text-ink">{values.join(` ${t('operator.or')} `)}</bdi>
      {more > 0 && <span className="text-ink-3">{t('states.moreValues', { count: more })}</span>}
    </span>
  );
}
