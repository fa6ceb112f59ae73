'use client';

import { useTranslations } from 'next-intl';
import { ClockTime } from '@/components/ui/clock-time';
import { Icon } from '@/components/ui/icon';
import type { BasketPlace, PutAside } from '@/lib/cleanup/basket';
import type { Place } from '@/lib/eni/page';
import { PlaceLinks } from './place-links';

type CleanupStatusProps = {
  place: Place;
  items: readonly PutAside[];
  others: readonly BasketPlace[];
  /** How many can be released. */
  ready: number;
  asOf: string | null;
  isReading: boolean;
  /** Put aside but not read yet. */
  waiting: number;
};

/** How many of the ENIs put aside can be released, as of when, and which other places have some. */
export function CleanupStatus({ place, items, others, ready, asOf, isReading, waiting }: CleanupStatusProps) {
  const t = useTranslations('cleanup');
  return (
    <section
      aria-label={t('status.label', place)}
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 border-line border-b bg-surface px-4 py-1 text-ink-2 max-[720px]:px-3"
    >
      {asOf === null ? (
        <span>{t('status.reading', { count: items.length })}</span>
      ) : (
        <>
          <span className="max-[720px]:hidden">
            <Icon name="check" size={14} />
          </span>
          <b className="font-semibold text-ink">{t('status.canGo', { count: ready, aside: items.length })}</b>
          <span aria-hidden="true" className="text-ink-3">
            ·
          </span>
          <span>
            {isReading || waiting > 0
              ? t('status.readingAgain')
              : t.rich('status.readAgain', { time: () => <ClockTime moment={asOf} /> })}
          </span>
        </>
      )}
      {others.length > 0 && (
        <span className="flex flex-wrap items-center gap-x-2">
          <span aria-hidden="true" className="text-ink-3">
            ·
          </span>
          {t('status.also')} <PlaceLinks places={others} />
        </span>
      )}
      <span className="ml-auto max-[720px]:ml-0 max-[720px]:w-full">{t('status.onlyReads')}</span>
    </section>
  );
}
