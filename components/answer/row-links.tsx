'use client';

import { useTranslations } from 'next-intl';
import { shortenMiddle } from '@/components/ui/shorten-middle';
import type { AnswerItem } from '@/lib/answer/answer';
import type { Eni } from '@/lib/eni/eni';
import { visibleText } from '@/lib/eni/visible-text';
import type { FilterTerm } from '@/lib/search/search';
import { useAnswerActions } from './answer-context';

const LINK =
  'inline-block min-h-6 min-w-6 max-w-full cursor-pointer truncate rounded-xs leading-6 text-start align-bottom hover:text-accent hover:underline';

/** One item of a list as a search of its own. */
function termOf({ text, as }: AnswerItem): FilterTerm {
  return as === 'name'
    ? { key: 'name', negated: false, values: [text] }
    : { key: 'any', negated: false, values: [text] };
}

/** The ENI of a row: opened beside the view if the view contains it, otherwise a link to its own answer. */
export function EniOfRow({ item, enis }: { item: AnswerItem; enis: readonly Eni[] }) {
  const t = useTranslations('answer.list');
  const { onOpen, hrefOf } = useAnswerActions();
  const [eni] = enis;
  const [many] = item.more;
  if (many) return <>{many.enis === null ? t('someEnis') : t('enis', { count: many.enis })}</>;
  if (!eni) return <span className="font-mono text-mono">{item.hits[0]?.eip?.instanceId ?? '–'}</span>;
  if (enis.length > 1) {
    const vpcs = new Set(enis.map(({ vpcId }) => vpcId)).size;
    const count = enis.length;
    return <>{vpcs > 1 ? t('enisInVpcs', { count, vpcs }) : t('enis', { count })}</>;
  }
  const face =
    eni.name === null ? (
      <span className="font-mono text-mono" title={eni.id}>
        {shortenMiddle(eni.id)}
      </span>
    ) : (
      <bdi className="font-medium" title={eni.id}>
        {visibleText(eni.name)}
      </bdi>
    );
  if (item.hits[0]?.isHere)
    return (
      <button type="button" onClick={() => onOpen(eni)} className={LINK}>
        {face}
      </button>
    );
  return (
    <a href={hrefOf(eni, termOf(item))} className={LINK}>
      {face}
    </a>
  );
}

/** Where a row's item is; one click takes the view there, with the whole list. */
export function PlaceOfRow({ item, places }: { item: AnswerItem; places: readonly string[] }) {
  const t = useTranslations('answer');
  const { onGo } = useAnswerActions();
  const [place] = [...item.hits, ...item.more];
  if (!place) return null;
  if (places.length > 1) return <>{t('list.places', { count: places.length })}</>;
  const name = t('place', { account: place.account, region: place.region });
  if (place.isHere) return <span className="text-ink-2">{name}</span>;
  return (
    <button
      type="button"
      aria-label={t('goTo', { place: name })}
      onClick={() => onGo(place)}
      className={LINK}
    >
      {name}
    </button>
  );
}
