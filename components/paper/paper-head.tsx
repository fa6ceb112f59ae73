'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTermWords } from '@/components/filter-bar/term-words';
import { useTimeZone } from '@/components/ui/use-client-time';
import { usePrinting } from '@/components/ui/use-printing';
import { serverNow } from '@/lib/clock/server-clock';
import type { Reading } from '@/lib/search/reading/merge';
import { ALL, type FilterTerm } from '@/lib/search/search';

type PaperHeadProps = {
  /** The name of the view. */
  title: string;
  /** Null if the view has no accounts and regions. */
  scope: Reading['scope'] | null;
  terms: readonly FilterTerm[];
  /** When the shown data were read. */
  asOf: string | null;
};

function Head({ title, scope, terms, asOf }: PaperHeadProps) {
  const t = useTranslations('paper');
  const words = useTranslations('scope');
  const shell = useTranslations('shell');
  const mark = useTranslations('mark');
  const { sentence } = useTermWords();
  const format = useFormatter();
  const timeZone = useTimeZone();
  const [now] = useState(() => new Date(serverNow()));
  const named = (names: readonly string[], all: string) => (names.includes(ALL) ? all : format.list(names));
  const moment = (date: Date) =>
    format.dateTime(date, { dateStyle: 'long', timeStyle: 'long', hourCycle: 'h23', timeZone });
  const facts: [string, string | null][] = [
    [words('account'), scope && named(scope.accounts, words('allAccounts'))],
    [words('region'), scope && named(scope.regions, words('allRegions'))],
    [t('filters'), scope && (terms.length === 0 ? t('noFilters') : format.list(terms.map(sentence)))],
    [t('read'), asOf && moment(new Date(asOf))],
    [t('printed'), moment(now)],
    [t('link'), window.location.href],
  ];
  return (
    <div className="border-ink border-b-2 pb-2">
      <p className="font-semibold text-lg">{shell('title') + mark('colon') + title}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-xs">
        {facts.map(
          ([term, said]) =>
            said && (
              <div key={term} className="contents">
                <dt className="text-ink-2">{term}</dt>
                <dd className="wrap-anywhere">{said}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
}

/** On paper, where there is no bar: the view, its filters, when it was read, and where to find it again. */
export function PaperHead(props: PaperHeadProps) {
  return usePrinting() ? <Head {...props} /> : null;
}
