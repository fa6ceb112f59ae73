'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useTermWords } from '@/components/filter-bar/term-words';
import { ClockTime } from '@/components/ui/clock-time';
import { useNow } from '@/components/ui/use-client-time';
import type { Search } from '@/lib/search/search';
import type { Overview } from './use-overview';

type PrintedFactsProps = { search: Search; overview: Overview; asOf: string | null };

/** On paper, where there is no bar: what was looked at, through which filters, and when. */
export function PrintedFacts({ search, overview, asOf }: PrintedFactsProps) {
  const t = useTranslations('overview');
  const shell = useTranslations('shell');
  const mark = useTranslations('mark');
  const format = useFormatter();
  const words = useTermWords();
  const now = useNow();
  const places = overview.places.map(({ account, region }) => `${account} · ${region}`).sort();
  return (
    <div className="hidden pb-2 print:block">
      <p className="font-semibold text-lg">{shell('title') + mark('colon') + shell('overview')}</p>
      <p>{t('printPlaces', { places: format.list(places) })}</p>
      {search.terms.length > 0 && (
        <p>{t('printFilters', { filters: format.list(search.terms.map((term) => words.sentence(term))) })}</p>
      )}
      {asOf && (
        <p>
          {t.rich('printTimes', {
            read: () => <ClockTime moment={asOf} />,
            printed: () => (now === null ? null : <ClockTime moment={new Date(now).toISOString()} />),
          })}
        </p>
      )}
    </div>
  );
}
