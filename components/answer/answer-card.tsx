'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useEniNames } from '@/components/names/use-names-on-screen';
import { usePods } from '@/components/pods/use-pods';
import { Button } from '@/components/ui/button';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import { Icon } from '@/components/ui/icon';
import { chainOf } from '@/lib/answer/chain';
import type { Holder } from '@/lib/answer/holders';
import { podsAtEni } from '@/lib/pods/pods-of-eni';
import { useAnswerActions } from './answer-context';
import { ChainList } from './chain-list';
import { LeadSentence } from './lead-sentence';
import { OwnerFacts } from './owner-facts';
import type { Ticket } from './use-ticket';

type AnswerCardProps = {
  value: string;
  holder: Holder;
  /** What is copied for the ticket. */
  ticket: Ticket;
};

/** The card of one holder: the sentence, the actions, the owner and why, and every step between them. */
export function AnswerCard({ value, holder, ticket }: AnswerCardProps) {
  const t = useTranslations('answer');
  const { onGo, onOpen } = useAnswerActions();
  const titleId = useId();
  const book = usePods();
  const { hit, others } = holder;
  const { eni, isHere } = hit;
  useEniNames(eni);
  const chain = chainOf(
    value,
    hit,
    (address) => (eni ? podsAtEni(book, eni, address) : []),
    book.lists.length > 0,
  );
  const place = t('place', { account: hit.account, region: hit.region });
  return (
    <article
      aria-labelledby={titleId}
      className="border-line-strong not-first:mt-5 not-first:border-t not-first:pt-5"
    >
      <h2 id={titleId} className="flex items-start gap-2.5 font-semibold text-lg">
        <span className="flex h-6 items-center text-ok">
          <Icon name="check" />
        </span>
        <span className="wrap-anywhere">
          {t.rich('isIn', { v: () => <span className="font-mono text-[15px]">{value}</span>, place })}
        </span>
      </h2>
      <LeadSentence value={value} hit={hit} chain={chain} others={others} />
      {hit.seenBy.length > 0 && (
        <p className="text-ink-2">{t('alsoSeen', { accounts: hit.seenBy.join(', ') })}</p>
      )}
      <p className="flex flex-wrap gap-2 pt-3 pb-3.5 max-[720px]:*:h-9 max-[720px]:*:flex-1 max-[720px]:*:justify-center">
        {!isHere && (
          <Button look="main" onClick={() => onGo(hit)}>
            {t('goTo', { place })}
          </Button>
        )}
        <CopyTextButton text={() => ticket.textFor({ hit, chain })} look="plain">
          {t('copyTicket')}
        </CopyTextButton>
        {eni && isHere && <Button onClick={() => onOpen(eni)}>{t('openEni')}</Button>}
      </p>
      {eni && <OwnerFacts eni={eni} />}
      <ChainList chain={chain} hit={hit} />
    </article>
  );
}
