'use client';

import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { FilterKey } from '@/lib/search/filters';
import type { FilterTerm } from '@/lib/search/search';
import { isMono, useTermWords } from './term-words';
import { useValueName } from './use-value-name';

/** How many values a chip spells out. */
const SPELLED = 3;

/** A value; an id is shown by its name if known, with the id on hover. */
function TermValue({ termKey, value }: { termKey: FilterKey; value: string }) {
  const words = useTermWords();
  const name = useValueName(termKey, value);
  const text = words.value(termKey, value);
  return (
    <bdi
      className={`max-w-60 truncate ${isMono(termKey) && name === null ? 'font-mono font-normal' : ''}`}
      title={name === null ? text : `${name}\n${text}`}
    >
      {name ?? text}
    </bdi>
  );
}

/** The content of a filter's chip: key, operator, the first values and how many more. */
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
      <span className="flex min-w-0 items-center gap-1.25 font-medium text-ink">
        {spelled.map((value, at) => (
          <Fragment key={value}>
            {at > 0 && <span className="font-normal text-ink-3"> {t('operator.or')} </span>}
            <TermValue termKey={term.key} value={value} />
          </Fragment>
        ))}
        {more > 0 && (
          <span className="font-normal text-ink-3"> {t('filterBar.moreValues', { count: more })}</span>
        )}
      </span>
    </>
  );
}
