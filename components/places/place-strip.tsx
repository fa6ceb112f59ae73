'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { regionName } from '@/components/shell/region-name';
import { Icon } from '@/components/ui/icon';
import type { Reading } from '@/lib/search/merge';
import { type PlaceState, placeStates } from '@/lib/search/place-states';

type PlaceStripProps = { reading: Reading; isReading: boolean };

const MARKS = {
  complete: { icon: 'check', look: 'text-ok' },
  reading: { icon: 'refresh', look: 'text-ink-3' },
  failed: { icon: 'warn', look: 'text-warn' },
} as const;

function PlaceMark({
  place,
  isReading,
  withAccount,
}: {
  place: PlaceState;
  isReading: boolean;
  withAccount: boolean;
}) {
  const t = useTranslations('places');
  const locale = useLocale();
  const { icon, look } = MARKS[place.is];
  const word = place.is === 'reading' && !isReading ? 'more' : place.is;
  return (
    <li className="flex items-center gap-1.5 whitespace-nowrap">
      <span className={look}>
        <Icon name={icon} size={12} />
      </span>
      <span>
        {withAccount && <b className="font-medium text-ink">{place.account} </b>}
        <span className="font-mono text-ink text-xs">{place.region}</span>{' '}
        <span className="text-ink-3">{regionName(place.region, locale)}</span>
      </span>
      <span>{place.is === 'failed' ? t('failed') : t('enis', { count: place.enis, state: t(word) })}</span>
    </li>
  );
}

/** As many places as fit on a line or two are told one by one from the start. */
const FEW = 4;

/**
 * Each account and region of a search that looks at several: how many of its ENIs are here, and how far it has come. Many
 * are told by their number on one line, those that failed by name, and one by one where someone wants them.
 */
export function PlaceStrip({ reading, isReading }: PlaceStripProps) {
  const t = useTranslations('places');
  const places = useMemo(() => placeStates(reading), [reading]);
  const [isWhole, setWhole] = useState(false);
  if (places.length < 2) return null;
  const found = places.filter(({ enis, is }) => enis > 0 || is !== 'complete');
  const empty = places.length - found.length;
  const isMany = found.length > FEW;
  const complete = found.filter(({ is }) => is === 'complete').length;
  const shown = isMany && !isWhole ? found.filter(({ is }) => is === 'failed').slice(0, FEW) : found;
  return (
    <section
      aria-label={t('label')}
      className="flex max-h-24 shrink-0 items-start gap-x-5 overflow-auto border-line border-b bg-canvas px-4 py-1.5 text-ink-2 text-xs max-[720px]:px-3"
    >
      {isMany && (
        <span className="flex shrink-0 items-center gap-2 whitespace-nowrap">
          {t('ofPlaces', { complete, all: found.length })}
          <button
            type="button"
            aria-expanded={isWhole}
            onClick={() => setWhole(!isWhole)}
            className="cursor-pointer text-accent underline-offset-2 hover:underline"
          >
            {t(isWhole ? 'fewer' : 'each')}
          </button>
        </span>
      )}
      <ul className="flex min-w-0 flex-wrap gap-x-5 gap-y-1">
        {shown.map((place) => (
          <PlaceMark
            key={place.key}
            place={place}
            isReading={isReading}
            withAccount={reading.scope.accounts.length > 1}
          />
        ))}
        {empty > 0 && (!isMany || isWhole) && <li className="text-ink-3">{t('empty', { count: empty })}</li>}
      </ul>
    </section>
  );
}
