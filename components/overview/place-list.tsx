'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { problemWords } from '@/components/states/problem-words';
import { ClockTime } from '@/components/ui/clock-time';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import { Icon } from '@/components/ui/icon';
import { useCountdown } from '@/components/ui/use-countdown';
import { ramPolicy } from '@/lib/export/ram-policy';
import type { OverviewPlace } from '@/lib/overview/places';
import { routes } from '@/lib/queries/routes';
import type { Search } from '@/lib/search/search';
import { Section } from './section';
import { UnderWay } from './under-way';
import type { Overview } from './use-overview';

const MARKS = {
  failed: { icon: 'warn', look: 'text-warn' },
  blind: { icon: 'warn', look: 'text-warn' },
  reading: { icon: 'refresh', look: 'text-ink-2' },
  waiting: { icon: 'clock', look: 'text-ink-3' },
  complete: { icon: 'check', look: 'text-ok' },
} as const;

type RowProps = {
  place: OverviewPlace;
  search: Search;
  /** Reading is under way; otherwise a place that is not complete was stopped. */
  isReading: boolean;
  onRetry: () => void;
};

/** Why a place could not be read, with a countdown if the cloud has named a time. */
function Failed({ place }: { place: OverviewPlace }) {
  const t = useTranslations();
  const { problem } = place;
  const left = useCountdown(problem?.retryAfter ?? 0, problem);
  if (problem === null) return null;
  const said =
    problem.code === 'cloud_forbidden' && problem.action
      ? t('overview.denied', { action: problem.action })
      : problemWords(t, problem).title;
  const isBlind = place.is === 'blind';
  return (
    <>
      {isBlind && `${t('overview.vSwitchesOnly')} `}
      {said}
      {left > 0 && t('overview.again', { seconds: left })}
    </>
  );
}

function Row({ place, search, isReading, onRetry }: RowProps) {
  const t = useTranslations('overview');
  const states = useTranslations('states');
  const { number } = useFormatter();
  const { account, region, is, problem, enis, asOf } = place;
  const isDenied = problem?.action !== undefined;
  const { icon, look } = MARKS[is];
  const cut: Search = { accounts: [account], regions: [region], terms: search.terms };
  return (
    <li className="flex min-h-6.25 items-center gap-2 max-[720px]:flex-wrap max-[720px]:gap-y-0">
      <span className={look}>
        <Icon name={isDenied ? 'lock' : icon} size={14} />
      </span>
      <Link
        href={routes.overview({ search: cut })}
        prefetch={false}
        title={t('cutTo', { place: `${account} · ${region}` })}
        className={`w-44 shrink-0 truncate underline-offset-2 hover:underline ${problem ? 'font-medium' : ''}`}
      >
        {account} · {region}
      </Link>
      {is === 'reading' || is === 'waiting' ? (
        <UnderWay place={place} isReading={isReading} />
      ) : (
        <span
          className={`min-w-0 flex-1 truncate text-ink-2 text-xs print:whitespace-normal ${problem === null ? '' : 'max-[720px]:order-last max-[720px]:w-full max-[720px]:flex-none max-[720px]:whitespace-normal max-[720px]:pl-5.5'}`}
        >
          {problem !== null ? <Failed place={place} /> : asOf && <ClockTime moment={asOf} />}
        </span>
      )}
      {problem?.action && (
        <span className="ml-auto print:hidden">
          <CopyTextButton look="quiet" size="small" text={ramPolicy([problem.action])}>
            {states('copyPolicy')}
          </CopyTextButton>
        </span>
      )}
      {problem !== null && !problem.action && (
        <button
          type="button"
          onClick={onRetry}
          className="ml-auto cursor-pointer whitespace-nowrap text-accent text-xs underline-offset-2 hover:underline print:hidden"
        >
          {t('retryNow')}
        </button>
      )}
      {(is === 'complete' || is === 'blind') && <span className="text-end">{number(enis)}</span>}
    </li>
  );
}

type PlaceListProps = { overview: Overview; search: Search; isReading: boolean; onRetry: () => void };

/** Each account and region, failed ones first: why, what to do, and how far the others have come. */
export function PlaceList({ overview, search, isReading, onRetry }: PlaceListProps) {
  const t = useTranslations('overview');
  const { places, counts } = overview;
  return (
    <Section
      id="places"
      title={t('places')}
      coverage={counts.all === 0 ? t('notYet') : t('placesNote', counts)}
      end={<span className="text-ink-3">{t('column.enis')}</span>}
    >
      <ul>
        {places.map((place) => (
          <Row key={place.key} place={place} search={search} isReading={isReading} onRetry={onRetry} />
        ))}
      </ul>
    </Section>
  );
}
