'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { Scan } from '@/components/scan/use-scan';
import { Announcement } from '@/components/status-line/announcement';
import { Dot } from '@/components/status-line/dot';
import { Meter } from '@/components/status-line/meter';
import { Speed } from '@/components/status-line/speed';
import { isLoadingAll } from '@/components/status-line/wording';
import { Button } from '@/components/ui/button';
import { ClockTime } from '@/components/ui/clock-time';
import { Icon } from '@/components/ui/icon';
import type { Eni } from '@/lib/eni/eni';
import { countQuery } from '@/lib/queries/enis';
import type { Search } from '@/lib/search/search';
import type { Overview } from './use-overview';

type OverviewStatusProps = {
  scan: Scan;
  scope: Search;
  /** ENIs of places that did not fail. */
  enis: readonly Eni[];
  overview: Overview;
  onRetry: () => void;
};

/** What has been read, of what, in how many places, by how many calls; no figure includes what could not be read. */
export function OverviewStatus({ scan, scope, enis, overview, onRetry }: OverviewStatusProps) {
  const t = useTranslations('overview');
  const status = useTranslations('status');
  const { reading, activity } = scan;
  const { counts } = overview;
  const isStarted = reading.asOf !== null;
  const total = useQuery({ ...countQuery(scope), enabled: isStarted && !reading.complete });
  const read = enis.length;
  const counted = total.data?.toRead ?? null;
  const all = !reading.complete && counted !== null && counted >= read ? counted : null;
  const isAll = isLoadingAll(activity) || activity === 'first';
  // Stopped before anything had arrived: nothing is on its way.
  const isStill = !isStarted && activity === 'none' && scan.problem === null;
  const said = !isStarted
    ? scan.problem !== null
      ? t('nothingRead')
      : isStill
        ? t('nothingYet')
        : status('reading')
    : reading.complete
      ? t('readAll', { read })
      : all === null
        ? t('readMore', { read })
        : t('readOf', { read, counted: all });
  return (
    <section
      aria-label={status('label')}
      className="relative flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 gap-y-0.5 border-line border-b bg-surface px-4 py-1 text-ink-2 max-[720px]:px-3"
    >
      <Announcement
        text={said}
        isReading={activity !== 'none'}
        ofAll={activity === 'none' || all === null || all === 0 ? null : Math.min(1, read / all)}
      />
      <p className="flex flex-wrap items-center gap-x-1.5">
        <b className="whitespace-nowrap font-semibold text-ink">{said}</b>
        {counts.all > 0 && (
          <>
            <Dot />
            <span className="whitespace-nowrap">
              {t('placesComplete', { complete: counts.complete, all: counts.all })}
            </span>
          </>
        )}
        {isStarted && reading.complete && (
          <>
            <Dot />
            <span className="whitespace-nowrap">
              {status.rich('asOf', { time: () => <ClockTime moment={reading.asOf ?? ''} /> })}
            </span>
          </>
        )}
        {reading.calls > 0 && (
          <span className="flex items-center gap-1.5 max-[720px]:hidden">
            <Dot />
            <span className="whitespace-nowrap">{status('calls', { count: reading.calls })}</span>
          </span>
        )}
        {activity === 'all' && (
          <span className="flex items-center gap-1.5 whitespace-nowrap max-[720px]:hidden">
            <Speed read={read} total={all} />
          </span>
        )}
      </p>
      {isAll ? (
        <Button size="small" onClick={scan.cancel} className="print:hidden">
          <Icon name="pause" size={12} />
          {t('pause')}
        </Button>
      ) : (
        (isStill || (isStarted && !reading.complete)) && (
          <Button size="small" onClick={isStill ? onRetry : scan.loadAll} className="print:hidden">
            {t('resume')}
          </Button>
        )
      )}
      {counts.failed + counts.blind > 0 && (
        <a
          href="#places"
          className="ml-auto inline-flex items-center gap-1.5 underline-offset-2 hover:underline max-[720px]:ml-0 max-[720px]:w-full max-[720px]:text-xs"
        >
          <span className="text-warn">
            <Icon name="warn" size={14} />
          </span>
          {[
            counts.failed > 0 && t('unreadNowhere', { count: counts.failed }),
            counts.blind > 0 && t('unreadVSwitches', { count: counts.blind }),
          ]
            .filter(Boolean)
            .join(t('semicolon'))}
        </a>
      )}
      {all !== null && all > 0 && <Meter share={read / all} isMoving={isAll} />}
    </section>
  );
}
