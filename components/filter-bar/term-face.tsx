'use client';

import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { FilterTerm } from '@/lib/search/search';
import { isMono, useTermWords } from './term-words';

/** How many values a chip spells out. */
const SPELLED = 3;

/** A filter as it stands in a chip: key, operator, the first values and how many more. */
export function TermFace({ term }: { term: FilterTerm }) {
  const t = useTranslations();
  const words = useTermWords();
  const spelled = term.values.slice(0, SPELLED);
  const more = term.values.length - spelled.length;
  return (
    <>
      <span className="text-ink-2">{words.label(term.key)}</span>{' '}
      <span className={term.negated ? 'font-semibold text-negate' : 'text-ink-3'}>
        {words.operator(term)}
      </span>{' '}
      <span
        className={`flex min-w-0 items-center gap-1.25 text-ink ${isMono(term.key) ? 'font-mono' : 'font-medium'}`}
      >
        {spelled.map((value, at) => (
          <Fragment key={value}>
            {at > 0 && <span className="font-normal font-sans text-ink-3"> {t('operator.or')} </span>}
            <bdi className="max-w-60 truncate" title={words.value(term.key, value)}>
              {words.value(term.key, value)}
            </bdi>
          </Fragment>
        ))}
        {more > 0 && (
          <span className="font-normal font-sans text-ink-3">
            {' '}
            {t('filterBar.moreValues', { count: more })}
          </span>
        )}
      </span>
    </>
  );
}
