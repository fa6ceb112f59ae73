'use client';

import { useTranslations } from 'next-intl';
import { CloudText } from '@/components/eni-parts/cloud-text';
import { useName } from '@/components/names/use-names';
import { Icon, type IconName } from '@/components/ui/icon';
import { shortenMiddle } from '@/components/ui/shorten-middle';
import type { AnswerItem, Verdict } from '@/lib/answer/answer';
import { enisOf, instanceOf, type ListWords, placesOfItem, podsOfItem } from '@/lib/answer/list-rows';
import type { Eni } from '@/lib/eni/eni';
import { ownerOf } from '@/lib/eni/owner';
import { visibleText } from '@/lib/eni/visible-text';
import type { PodBook } from '@/lib/pods/pod-book';
import { EniOfRow, PlaceOfRow } from './row-links';

const LOOKS: Record<Verdict, { icon: IconName; tone: string }> = {
  here: { icon: 'check', tone: 'text-ok' },
  both: { icon: 'check', tone: 'text-ok' },
  elsewhere: { icon: 'out', tone: 'text-ink' },
  none: { icon: 'minus', tone: 'text-ink-3' },
  open: { icon: 'minus', tone: 'text-ink-3' },
  unread: { icon: 'cross', tone: 'text-warn' },
};

const CELL = 'h-7 truncate px-2 @max-[720px]:h-6 @max-[720px]:px-0';

function InstanceOfRow({ enis, pods }: { enis: readonly Eni[]; pods: readonly string[] }) {
  const t = useTranslations('answer.list');
  const ids = [...new Set(enis.flatMap((eni) => instanceOf(eni) ?? []))];
  const [first] = ids;
  const name = useName(first ?? null);
  const pod = pods[0] && (
    <span className="block truncate text-ink-3 text-xs" title={pods.join('\n')}>
      {pods[0]}
    </span>
  );
  if (first === undefined) return <span className="text-ink-3">–</span>;
  if (ids.length > 1) return <>{t('holders', { count: ids.length })}</>;
  return (
    <>
      {name === null ? (
        <span className="font-mono text-mono" title={first}>
          {shortenMiddle(first)}
        </span>
      ) : (
        <CloudText text={name} />
      )}
      {pod}
    </>
  );
}

function OwnerOfRow({ eni, words }: { eni: Eni | undefined; words: ListWords }) {
  const t = useTranslations('answer.list');
  if (eni === undefined) return <span className="text-ink-3">–</span>;
  const { kind, evidence, strength } = ownerOf(eni);
  const [first] = evidence;
  if (strength === 'none') return <span className="text-ink-2">{t('notKnown')}</span>;
  return (
    <>
      {words.owner(kind)}{' '}
      {first && (
        <span className="text-ink-3">
          {t('by')} <bdi className="font-mono text-mono">{visibleText(first.text)}</bdi>
        </span>
      )}
    </>
  );
}

type AskedRowProps = { item: AnswerItem; number: number; words: ListWords; book: PodBook };

/** One item of a list: its holder, how it is held, the owner and why, and where; or why it has no holder. */
export function AskedRow({ item, number, words, book }: AskedRowProps) {
  const { verdict, text, hits } = item;
  const look = LOOKS[verdict];
  const enis = enisOf(item);
  const isOff = hits.length + item.more.length === 0;
  const reason = isOff ? words.reason(item) : null;
  const short = item.as === 'value' && text.includes('-') ? shortenMiddle(text, 10) : text;
  return (
    <tr className="border-line border-b [content-visibility:auto] hover:bg-hover @max-[720px]:grid @max-[720px]:grid-cols-[minmax(0,1fr)_auto] @max-[720px]:gap-x-2 @max-[720px]:py-1.75">
      <td className={`${CELL} text-right text-ink-3 text-xs @max-[720px]:hidden`}>{number}</td>
      <td className={`${CELL} @max-[720px]:order-1`} title={text}>
        <bdi className={item.as === 'name' ? 'font-medium' : 'font-mono text-mono'}>
          {short === text ? (
            visibleText(text)
          ) : (
            <>
              <span aria-hidden="true">{short}</span>
              <span className="sr-only">{text}</span>
            </>
          )}
        </bdi>
      </td>
      <td className={`${CELL} @max-[720px]:order-2 @max-[720px]:text-right`}>
        <span className={`inline-flex items-center gap-1.5 ${verdict === 'unread' ? 'text-warn' : ''}`}>
          <span className={look.tone}>
            <Icon name={look.icon} size={12} />
          </span>
          <span className={verdict === 'elsewhere' ? 'font-medium' : ''}>{words.verdict(verdict)}</span>
        </span>
      </td>
      {isOff ? (
        <td
          colSpan={5}
          className={`${CELL} text-ink-2 @max-[720px]:order-3 @max-[720px]:col-span-2`}
          title={reason ?? ''}
        >
          {reason}
        </td>
      ) : (
        <>
          <td
            className={`${CELL} text-ink-2 @max-[720px]:order-4 @max-[720px]:text-right @max-[720px]:text-xs`}
          >
            {hits[0] ? words.way(hits[0].way) : ''}
          </td>
          <td className={`${CELL} @max-[720px]:order-3`}>
            <EniOfRow item={item} enis={enis} />
          </td>
          <td className={`${CELL} @max-[720px]:hidden`}>
            <InstanceOfRow enis={enis} pods={podsOfItem(item, book)} />
          </td>
          <td className={`${CELL} text-ink-2 @max-[720px]:order-5 @max-[720px]:text-xs`}>
            <OwnerOfRow eni={enis[0]} words={words} />
          </td>
          <td className={`${CELL} @max-[720px]:order-6 @max-[720px]:text-right @max-[720px]:text-xs`}>
            <PlaceOfRow item={item} places={placesOfItem(item)} />
          </td>
        </>
      )}
    </tr>
  );
}
