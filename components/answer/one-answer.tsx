'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { usePods } from '@/components/pods/use-pods';
import { problemWords } from '@/components/states/problem-words';
import { RetryButton } from '@/components/states/retry-button';
import { Icon } from '@/components/ui/icon';
import type { Answer, AnswerItem } from '@/lib/answer/answer';
import { chainOf } from '@/lib/answer/chain';
import { holdersOf } from '@/lib/answer/holders';
import { sortedOut } from '@/lib/answer/places';
import { placeKey } from '@/lib/eni/place';
import { podsAtEni } from '@/lib/pods/pods-of-eni';
import { isOfOnePlace, readExact } from '@/lib/search/ask/values';
import { AnswerCard } from './answer-card';
import { ManyCard } from './many-card';
import { NoAnswer } from './no-answer';
import { PlacesPanel } from './places-panel';
import { TicketPanel } from './ticket-panel';
import type { Ask } from './use-ask';
import { useTicket } from './use-ticket';

type OneAnswerProps = {
  answer: Answer;
  item: AnswerItem;
  ask: Ask;
  asOf: string;
  /** The answer is above the rows of the view, which include the item asked for. */
  isAbove: boolean;
  /** What asking took; null while it goes on. */
  said: string | null;
};

/** Above this many cards, the table shows the same better. */
const MOST_CARDS = 8;

/** The answer to one question: a card for each holder, what that rests on, and the text for the ticket. */
export function OneAnswer({ answer, item, ask, asOf, isAbove, said }: OneAnswerProps) {
  const t = useTranslations('answer');
  const all = useTranslations();
  const order = useRef<{ of: string; keys: readonly string[] } | null>(null);
  const ticket = useTicket(item, asOf);
  const book = usePods();
  const [isUnfolded, setUnfolded] = useState(false);
  const before = order.current?.of === item.text ? order.current.keys : [];
  const holders = holdersOf(item.hits, before);
  order.current = { of: item.text, keys: holders.map(({ key }) => key) };
  const shown = holders.slice(0, MOST_CARDS);
  const [first] = holders;
  const unread = answer.items.filter(({ as }) => as === 'unread').map(({ text }) => text);
  const exact = readExact(item.text);
  const { asked } = sortedOut(answer.places);
  const elsewhere = new Set(item.hits.filter(({ isHere }) => !isHere).map(placeKey)).size;
  const isDone = answer.places.every(({ state }) => state !== 'asking');
  const isFolded = isAbove && !isUnfolded;
  const firstEni = first?.hit.eni;
  const firstChain =
    first &&
    chainOf(
      item.text,
      first.hit,
      (address) => (firstEni ? podsAtEni(book, firstEni, address) : []),
      book.lists.length > 0,
    );
  return (
    <section
      aria-label={t('label')}
      data-above={isAbove ? '' : undefined}
      className={`@container shrink-0 overflow-auto border-line-strong bg-surface ${isAbove ? 'max-h-[calc(100%-200px)] min-h-60 border-b' : 'min-h-0 flex-1'}`}
    >
      <div className="grid min-h-full grid-cols-[minmax(0,1fr)_420px] @max-[940px]:grid-cols-1">
        <div className="min-w-0 px-6 pt-5 pb-4 max-[720px]:px-3 max-[720px]:pt-3.5">
          {ask.problem && (
            <p
              role="alert"
              className="mb-3 flex flex-wrap items-center gap-2 border border-warn-line bg-warn-wash px-3 py-1.5"
            >
              <span className="text-warn">
                <Icon name="warn" />
              </span>
              {t('failed', { title: problemWords(all, ask.problem).title })}
              <RetryButton problem={ask.problem} onRetry={ask.retry} size="small" />
            </p>
          )}
          {unread.length > 0 && (
            <p className="pb-2 text-ink-2 text-xs">{t('pastedUnread', { text: unread.join(', ') })}</p>
          )}
          {shown.map((holder) => (
            <AnswerCard key={holder.key} value={item.text} holder={holder} ticket={ticket} />
          ))}
          {item.more.map((place) => (
            <ManyCard key={placeKey(place)} value={item.text} place={place} />
          ))}
          {holders.length > shown.length && (
            <p className="pt-3 text-ink-2">{t('moreHolders', { count: holders.length - shown.length })}</p>
          )}
          {holders.length === 0 && item.more.length === 0 && (
            <NoAnswer item={item} places={answer.places} ask={ask} ticket={ticket} />
          )}
          <p role="status" className="sr-only">
            {first &&
              t.rich('isIn', {
                v: () => item.text,
                place: t('place', { account: first.hit.account, region: first.hit.region }),
              })}
          </p>
        </div>
        <aside
          aria-label={t('places')}
          className="min-w-0 border-line-strong border-l bg-canvas @max-[940px]:border-t @max-[940px]:border-l-0"
        >
          {isFolded ? (
            <p className="flex min-h-9 items-center gap-2 px-4 text-ink-2 text-xs max-[720px]:px-3">
              <button
                type="button"
                aria-expanded={false}
                onClick={() => setUnfolded(true)}
                className="flex min-h-6 cursor-pointer items-center gap-1.5 rounded-xs text-start hover:text-ink"
              >
                <Icon name="right" size={12} />
                {t(isDone ? 'folded' : 'foldedOpen', {
                  asked: asked.filter(({ state }) => state === 'settled').length,
                  all: answer.places.length,
                  elsewhere,
                })}
              </button>
            </p>
          ) : (
            <PlacesPanel places={answer.places} ask={ask} isOfOne={exact !== null && isOfOnePlace(exact)} />
          )}
          {said !== null && !isFolded && (
            <p className="px-4 pb-2 text-ink-3 text-xs max-[720px]:px-3">{said}</p>
          )}
          <TicketPanel
            ticket={ticket}
            holder={first && firstChain ? { hit: first.hit, chain: firstChain } : null}
          />
        </aside>
      </div>
    </section>
  );
}
