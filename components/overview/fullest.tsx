'use client';

import { useTranslations } from 'next-intl';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { DEFAULT_USAGE_VIEW } from '@/lib/views/usage';
import { FullRow } from './full-row';
import { QuietLink } from './quiet-link';
import { Section } from './section';
import { useCoverage } from './use-coverage';
import type { Overview } from './use-overview';
import { useSeats } from './use-seats';

/** As many as fit on a screen of 900 px beside the other sections. */
const MOST = 12;

const HEAD = 'h-6.5 border-line-strong border-b pr-3 font-normal text-ink-3 text-xs';

/** The fullest vSwitches: how full, what is free, and what fills them. */
export function Fullest({ overview, search }: { overview: Overview; search: Search }) {
  const t = useTranslations('overview');
  const coverage = useCoverage(overview, search);
  const fullest = overview.told?.fullest ?? null;
  const { rows, holders } = useSeats(fullest ?? [], MOST);
  const count = overview.told?.vSwitches?.all ?? null;
  const full = overview.told?.vSwitches?.full ?? 0;
  return (
    <Section
      id="fullest"
      title={t('fullest')}
      coverage={coverage.vSwitches}
      end={
        count !== null && (
          <QuietLink href={routes.usage({ search, view: DEFAULT_USAGE_VIEW })}>
            {t('all', { count })}
          </QuietLink>
        )
      }
    >
      <table
        {...holders}
        aria-label={t('fullest')}
        className="w-full table-fixed border-separate border-spacing-0 max-[720px]:block"
      >
        <thead className="max-[720px]:sr-only">
          <tr>
            <th scope="col" className={`${HEAD} w-5`}>
              <span className="sr-only">{t('column.worst')}</span>
            </th>
            <th scope="col" className={`${HEAD} w-[15%] text-start`}>
              {t('column.vSwitch')}
            </th>
            <th scope="col" className={`${HEAD} w-[19%] text-start`}>
              {t('column.place')}
            </th>
            <th scope="col" className={`${HEAD} w-[10%] text-start`}>
              {t('column.vpc')}
            </th>
            <th scope="col" aria-sort="descending" className={`${HEAD} w-31 text-end font-medium text-ink`}>
              {t('column.share')} <span aria-hidden="true">↓</span>
            </th>
            <th scope="col" className={`${HEAD} w-14 text-end`}>
              {t('column.free')}
            </th>
            <th scope="col" className={`${HEAD} w-15 text-end`}>
              {t('column.blocks')}
            </th>
            <th scope="col" className={`${HEAD} pr-0 pl-1 text-start`}>
              {t('column.filledBy')}
            </th>
          </tr>
        </thead>
        <tbody className="max-[720px]:block">
          {rows.map((row) => (
            <FullRow key={row.key} row={row} search={search} />
          ))}
        </tbody>
      </table>
      {full > rows.length && (
        <p className="pt-1.5 text-xs">
          <QuietLink href={routes.usage({ search, view: { ...DEFAULT_USAGE_VIEW, only: 'full' } })}>
            {t('moreFull', { count: full - rows.length })}
          </QuietLink>
        </p>
      )}
      {fullest === null && <p className="py-2 text-ink-3">–</p>}
      {fullest?.length === 0 && <p className="py-2 text-ink-2">{t('noVSwitches')}</p>}
    </Section>
  );
}
