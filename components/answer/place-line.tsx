'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { problemWords } from '@/components/states/problem-words';
import { CopyLink } from '@/components/ui/copy-link-button';
import { Icon, type IconName } from '@/components/ui/icon';
import { useCountdown } from '@/components/ui/use-countdown';
import type { AnswerPlace, PlaceGroup } from '@/lib/answer/places';
import { placeKey } from '@/lib/eni/place';
import { ramPolicy } from '@/lib/export/ram-policy';
import type { Ask } from './use-ask';

type PlaceLineProps = { group: PlaceGroup; ask: Ask };

type Face = { icon: IconName | null; tone: string; says: string; policy?: readonly string[] };

const LINK =
  'inline-flex min-h-6 min-w-6 cursor-pointer items-center whitespace-nowrap rounded-xs text-accent text-xs hover:underline';

function useFace(place: AnswerPlace, isAgain: boolean, left: number): Face {
  const t = useTranslations('answer.says');
  const all = useTranslations();
  const format = useFormatter();
  if (isAgain || place.state === 'asking') return { icon: null, tone: 'text-ink-3', says: t('asking') };
  const found = place.found > 1 ? t('foundSome', { count: place.found }) : t('found');
  switch (place.state) {
    case 'settled':
      if (place.found > 0) return { icon: 'check', tone: 'text-ok', says: found };
      return {
        icon: 'minus',
        tone: 'text-ink-3',
        says:
          place.enis === null
            ? t('notThere')
            : place.enis === 0
              ? t('empty')
              : t('notIn', { count: place.enis }),
      };
    case 'open': {
      const { price, denied } = place;
      const enis = place.enis === null ? 'unknown' : format.number(place.enis);
      const says = price
        ? t('price', { enis, calls: price.calls, seconds: Math.max(1, Math.ceil(price.seconds)) })
        : t('noPrice');
      return { icon: 'note', tone: 'text-ink-3', says, ...(denied.length > 0 && { policy: denied }) };
    }
    case 'failed': {
      const { problem } = place;
      if (problem?.action)
        return { icon: 'stop', tone: 'text-warn', says: t('denied'), policy: [problem.action] };
      if (left > 0) return { icon: 'warn', tone: 'text-warn', says: t('throttled', { seconds: left }) };
      return {
        icon: 'warn',
        tone: 'text-warn',
        says: problem ? problemWords(all, problem).title : t('unasked'),
      };
    }
    default:
      return { icon: 'minus', tone: 'text-ink-3', says: t(place.state) };
  }
}

/** How often a place that asks for time is asked again by itself. */
const MOST_BY_ITSELF = 3;

/** One account and region, or several with the same answer: the answer, and what to do where a place has none. */
export function PlaceLine({ group, ask }: PlaceLineProps) {
  const t = useTranslations('answer');
  const [place] = group.places as [AnswerPlace];
  const problem = place.state === 'failed' ? place.problem : null;
  const wait = problem?.retryAfter ?? 0;
  const left = useCountdown(wait, problem);
  const isAgain = ask.again.has(placeKey(place));
  const { icon, tone, says, policy } = useFace(place, isAgain, left);
  const tries = useRef(0);
  const { askPlace } = ask;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another problem starts another wait
  useEffect(() => {
    if (wait === 0 || tries.current >= MOST_BY_ITSELF) return;
    const timer = setTimeout(() => {
      tries.current += 1;
      askPlace(place, false);
    }, wait * 1000);
    return () => clearTimeout(timer);
  }, [problem]);
  const name =
    group.places.length === 1
      ? t('place', { account: place.account, region: place.region })
      : t('accountRegions', { account: place.account, count: group.places.length });
  const isDenied = problem?.action !== undefined;
  const canAsk = !isAgain && !isDenied && !['settled', 'asking'].includes(place.state);
  const word = t(left > 0 ? 'askNow' : place.state === 'failed' ? 'retry' : 'ask');
  return (
    <li className="grid min-h-6 grid-cols-[14px_minmax(0,168px)_minmax(0,1fr)_auto] items-center gap-2">
      <span className={tone}>{icon && <Icon name={icon} size={14} />}</span>
      <span className={`truncate ${place.found > 0 ? 'font-medium' : ''}`} title={name}>
        {name}
      </span>
      <span className="truncate text-ink-2 text-xs" title={says}>
        {place.isHere && place.found === 0 && place.state === 'settled' ? t('sayHere', { says }) : says}
      </span>
      <span className="flex gap-3">
        {policy && (
          <CopyLink text={ramPolicy(policy)} className={LINK}>
            {t('copyPolicy')}
          </CopyLink>
        )}
        {canAsk && (
          <button
            type="button"
            aria-label={t('askPlace', { word, place: name })}
            onClick={() => {
              for (const one of group.places) askPlace(one, one.state === 'open' || one.state === 'skipped');
            }}
            className={LINK}
          >
            {word}
          </button>
        )}
      </span>
    </li>
  );
}
