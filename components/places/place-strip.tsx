'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, useMemo, useState } from 'react';
import { regionName } from '@/components/shell/region-name';
import { Icon } from '@/components/ui/icon';
import type { Reading } from '@/lib/search/reading/merge';
import { type PlaceState, placeStates, placeWord, tallyPlaces } from '@/lib/search/reading/place-states';

type PlaceStripProps = { reading: Reading; isReading: boolean; hasFilters: boolean };

const MARKS = {
  complete: { icon: 'check', look: 'text-ok' },
  reading: { icon: 'refresh', look: 'text-ink-3' },
  failed: { icon: 'warn', look: 'text-warn' },
} as const;

type PlaceMarkProps = Omit<PlaceStripProps, 'reading'> & { place: PlaceState; withAccount: boolean };

function PlaceMark({ place, isReading, hasFilters, withAccount }: PlaceMarkProps) {
  const t = useTranslations('places');
  const locale = useLocale();
  const { icon, look } = MARKS[place.is];
  const word = place.is === 'reading' && !isReading ? 'more' : place.is;
  const bare = placeWord(place, hasFilters);
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
      <span>{bare === null ? t('enis', { count: place.enis, state: t(word) }) : t(bare)}</span>
    </li>
  );
}

/**
 * The accounts and regions of a search over several, on one line: how many were read, how many failed. Pressing it
 * lists them one by one, each with how many of its ENIs are here and how far it has come.
 */
export function PlaceStrip({ reading, isReading, hasFilters }: PlaceStripProps) {
  const t = useTranslations('places');
  const id = useId();
  const mark = useTranslations('mark');
  const places = useMemo(() => placeStates(reading), [reading]);
  const [isOpen, setOpen] = useState(false);
  if (places.length < 2) return null;
  const tally = tallyPlaces(places, isReading);
  const parts = tally.map(({ word, count }) => t(`part.${word}`, { count }));
  return (
    <section
      aria-label={t('label')}
      className="shrink-0 border-line border-b bg-canvas px-4 text-ink-2 text-xs max-[720px]:px-3"
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="flex min-h-7 max-w-full cursor-pointer items-center gap-1.5 rounded-sm text-start hover:text-ink"
      >
        <Icon name={isOpen ? 'down' : 'right'} size={12} />
        {tally.some(({ word }) => word === 'failed') && (
          <span className={MARKS.failed.look}>
            <Icon name={MARKS.failed.icon} size={12} />
          </span>
        )}
        <span className="min-w-0 truncate">
          {t('all', { count: places.length, parts: parts.join(mark('comma')) })}
        </span>
      </button>
      <ul
        id={id}
        hidden={!isOpen}
        className={`max-h-24 flex-wrap gap-x-5 gap-y-1 overflow-auto pb-1.5 pl-4.5 ${isOpen ? 'flex' : ''}`}
      >
        {isOpen &&
          places.map((place) => (
            <PlaceMark
              key={place.key}
              place={place}
              isReading={isReading}
              hasFilters={hasFilters}
              withAccount={reading.scope.accounts.length > 1}
            />
          ))}
      </ul>
    </section>
  );
}
