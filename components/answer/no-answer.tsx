'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import { Within } from '@/components/ui/within';
import type { AnswerItem } from '@/lib/answer/answer';
import type { AnswerPlace } from '@/lib/answer/places';
import { formatBlock, parseCidr } from '@/lib/eni/ip';
import { useAnswerActions } from './answer-context';
import type { Ask } from './use-ask';
import type { Ticket } from './use-ticket';

type NoAnswerProps = { item: AnswerItem; places: readonly AnswerPlace[]; ask: Ask; ticket: Ticket };

/** The block around an address: its /24, or /64. */
function blockAround(value: string): string | null {
  const block = parseCidr(`${value}/${value.includes(':') ? 64 : 24}`);
  return block && formatBlock(block);
}

/** No place has the item, or none has said so yet: what that rests on, and where to go from here. */
export function NoAnswer({ item, places, ask, ticket }: NoAnswerProps) {
  const t = useTranslations('answer');
  const { onSearch, onRemove } = useAnswerActions();
  const isOpen = item.verdict === 'open';
  const priced = places.flatMap((place) =>
    place.state === 'open' && place.price ? [{ place, ...place.price }] : [],
  );
  const sum = (of: (one: (typeof priced)[number]) => number) => priced.reduce((all, one) => all + of(one), 0);
  const block = blockAround(item.text);
  const v = () => <span className="font-mono text-[15px]">{item.text}</span>;
  return (
    <div>
      <h2 className="wrap-anywhere font-semibold text-lg" aria-live="polite">
        {isOpen
          ? t.rich('looking', { v, count: places.length })
          : t.rich(item.asked === 0 ? 'unasked' : item.notAsked > 0 ? 'notKnown' : 'notFound', { v })}
      </h2>
      <p className="mt-1 max-w-190 text-pretty text-ink-2">
        {isOpen
          ? t('lookingLead', { asked: item.asked + item.notAsked, all: places.length })
          : t('noneLead', { asked: item.asked, notAsked: item.notAsked })}{' '}
        <Within />
      </p>
      <p className="flex flex-wrap gap-2 pt-3">
        {!isOpen && priced.length > 0 && (
          <Button
            look="main"
            onClick={() => {
              for (const { place } of priced) ask.askPlace(place, true);
            }}
          >
            {t('askAll', {
              count: priced.length,
              calls: sum(({ calls }) => calls),
              // Each account and region has its own rate limit, so they are read side by side.
              seconds: Math.max(1, Math.ceil(Math.max(...priced.map(({ seconds }) => seconds)))),
            })}
          </Button>
        )}
        {block !== null && (
          <Button onClick={() => onSearch({ key: 'ip', negated: false, values: [block] })}>
            {t('around', { block })}
          </Button>
        )}
        {!isOpen && <CopyTextButton text={() => ticket.textFor(null)}>{t('copyTicket')}</CopyTextButton>}
        <Button onClick={onRemove}>{t('remove')}</Button>
      </p>
    </div>
  );
}
