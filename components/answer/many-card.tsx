'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { AnswerItem } from '@/lib/answer/answer';
import { useAnswerActions } from './answer-context';

type ManyCardProps = { value: string; place: AnswerItem['more'][number] };

/** More ENIs of a place have the item than can be listed one by one: the place's table is the answer. */
export function ManyCard({ value, place }: ManyCardProps) {
  const t = useTranslations('answer');
  const { onGo } = useAnswerActions();
  const name = t('place', { account: place.account, region: place.region });
  const v = () => <span className="font-mono text-[15px]">{value}</span>;
  return (
    <article className="border-line-strong not-first:mt-5 not-first:border-t not-first:pt-5">
      <h2 className="flex items-start gap-2.5 font-semibold text-lg">
        <span className="flex h-6 items-center text-ok">
          <Icon name="check" />
        </span>
        {place.enis === null
          ? t.rich('isInSome', { v, place: name })
          : t.rich('isInMany', { v, place: name, count: place.enis })}
      </h2>
      {!place.isHere && (
        <Button look="main" className="mt-3" onClick={() => onGo(place)}>
          {t('goTo', { place: name })}
        </Button>
      )}
    </article>
  );
}
