'use client';

import { useTranslations } from 'next-intl';
import type { Search } from '@/lib/search/search';
import type { Overview } from './use-overview';

/** Why there is no figure yet: nothing may be read, nothing has been read to its end, or the rules still run over it. */
export function nothingWord({ complete, blind }: Overview['counts'], isDenied: boolean) {
  if (isDenied) return 'nothingKnown';
  return complete + blind > 0 ? 'judging' : 'notYet';
}

/** What the figures cover, in words: no number is shown without them. */
export function useCoverage({ told, counts, byField, places, isDenied }: Overview, search: Search) {
  const t = useTranslations('overview');
  const filtered = search.terms.length > 0 ? ` ${t('filtered')}` : '';
  const of = told?.counts ?? counts;
  const nothing = t(nothingWord(counts, isDenied));
  const judged = of.complete + of.blind;
  const findings =
    told === null
      ? nothing
      : (judged === of.all
          ? t('overAll', { places: judged })
          : t('overPlaces', { places: judged, all: of.all })) + filtered;
  const next = places.find(({ is }) => is === 'reading' || is === 'waiting');
  const vSwitches =
    told?.vSwitches === undefined || told === null
      ? nothing
      : told.vSwitches === null
        ? t('vSwitchesUnread')
        : [
            t(of.complete === of.all ? 'ofVSwitchesAll' : 'ofVSwitches', {
              count: told.vSwitches.all,
              places: of.complete,
              all: of.all,
            }),
            next && t('joins', { place: `${next.account} · ${next.region}` }),
          ]
            .filter(Boolean)
            .join(t('semicolon')) + filtered;
  const read =
    byField === null
      ? nothing
      : t(counts.underWay > 0 ? 'readSoFar' : 'read', { enis: byField.enis, addresses: byField.addresses }) +
        filtered;
  return { findings, vSwitches, read };
}
