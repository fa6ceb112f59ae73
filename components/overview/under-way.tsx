'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import type { OverviewPlace } from '@/lib/overview/places';
import { countQuery } from '@/lib/queries/enis';

type UnderWayProps = {
  place: OverviewPlace;
  /** Reading goes on; otherwise it was stopped. */
  isReading: boolean;
};

/** How far a place has come: in words, as a bar, and in figures if the API has counted its ENIs. */
export function UnderWay({ place, isReading }: UnderWayProps) {
  const t = useTranslations('overview');
  const { number } = useFormatter();
  const { account, region, enis, is } = place;
  const { data } = useQuery(countQuery({ accounts: [account], regions: [region], terms: [] }));
  const counted = data?.toRead ?? null;
  // More ENIs may have arrived since than the API counted.
  const all = counted !== null && counted >= enis ? counted : null;
  return (
    <>
      <span className="flex min-w-0 flex-1 items-center gap-2 text-ink-2 text-xs">
        {t(isReading ? `is.${is === 'waiting' ? 'waiting' : 'reading'}` : 'is.stopped')}
        {all !== null && all > 0 && (
          <span aria-hidden="true" className="h-1 w-18 overflow-hidden rounded-full bg-line-strong">
            <span className="block h-full bg-accent" style={{ width: `${(100 * enis) / all}%` }} />
          </span>
        )}
      </span>
      <span className={`whitespace-nowrap text-end ${is === 'waiting' ? 'text-ink-3' : ''}`}>
        {number(enis)}
        {all !== null && (
          <span className="text-ink-3">
            {' / '}
            {number(all)}
          </span>
        )}
      </span>
    </>
  );
}
