'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ShortId } from '@/components/ui/short-id';
import { addressesHeldBy } from '@/lib/cleanup/holding';
import type { LeftOut, Objected } from '@/lib/cleanup/ready';
import { shownName } from '@/lib/eni/visible-text';
import { EniName } from './eni-name';
import { useRemoval } from './use-removal';

/** Reasons that arose since the ENI was put aside and may pass again; the others are permanent. */
const PASSING: readonly LeftOut['why'][] = ['gone', 'unread'];

function isPassing(reason: LeftOut): boolean {
  return PASSING.includes(reason.why) || (reason.why === 'status' && reason.was === 'Available');
}

function useReasonWords(): (reason: LeftOut) => string {
  const t = useTranslations('cleanup.why');
  const problem = useTranslations('problem');
  const owners = useTranslations('owner');
  return (reason) => {
    switch (reason.why) {
      case 'unread':
        return t('unread', { problem: problem(`${reason.code}.title`) });
      case 'status': {
        const status = reason.status ?? '–';
        return t(reason.was === 'Available' ? 'statusSince' : 'status', { status });
      }
      case 'attached':
        return t('attached', { instance: reason.instanceId });
      case 'eip':
        return t('eip', { count: reason.eips.length, eips: reason.eips.join(', ') });
      case 'controller':
        return t('controller', { evidence: reason.evidence });
      case 'owned':
        return t('owned', { owner: owners(reason.owner), evidence: reason.evidence });
      case 'trunk':
        return t('trunk', { type: reason.type });
      case 'managed':
        return reason.by === null ? t('managed') : t('managedBy', { by: reason.by });
      default:
        return t(reason.why);
    }
  };
}

type LeftOutListProps = {
  leftOut: readonly Objected[];
  nameOf: (vSwitchId: string | null) => string | null;
  onRemove: (id: string) => void;
};

/** ENIs that are put aside and cannot be released, each with its reason. Nothing here can be forced into the script. */
export function LeftOutList({ leftOut, nameOf, onRemove }: LeftOutListProps) {
  const t = useTranslations('cleanup');
  const { number } = useFormatter();
  const say = useReasonWords();
  const { list, remove } = useRemoval(onRemove);
  const held = leftOut.reduce((sum, { eni }) => sum + (eni === null ? 0 : addressesHeldBy(eni)), 0);
  return (
    <section ref={list} aria-label={t('leftOut.title')} className="min-w-0">
      <header className="flex min-h-9 flex-wrap items-center gap-x-2.5">
        <h2 className="font-semibold text-lg">{t('leftOut.title')}</h2>
        <p className="text-ink-2 text-xs">{t('leftOut.note', { count: leftOut.length, held })}</p>
      </header>
      <ul>
        {leftOut.map(({ item, eni, reasons }) => {
          const isWarning = reasons.some(isPassing);
          return (
            <li
              key={item.id}
              className="grid grid-cols-[16px_minmax(0,1fr)_auto_auto_24px] items-center gap-x-2 border-line border-b py-1"
            >
              <span className={isWarning ? 'text-warn' : 'text-ink-3'}>
                <Icon name={isWarning ? 'warn' : 'deny'} size={14} />
              </span>
              <span className="truncate">
                {eni === null ? (
                  <span className="font-mono text-xs" title={item.id}>
                    <ShortId id={item.id} />
                  </span>
                ) : (
                  <EniName eni={eni} />
                )}
              </span>
              <span className="max-w-28 truncate text-ink-2">
                {nameOf(eni?.vSwitchId ?? null) ?? (eni?.vSwitchId ? <ShortId id={eni.vSwitchId} /> : '')}
              </span>
              <span className="min-w-12 text-right tabular-nums">
                {eni === null ? <span className="text-ink-3">–</span> : number(addressesHeldBy(eni))}
              </span>
              <Button
                look="quiet"
                size="small-icon"
                data-remove=""
                aria-label={t('remove', { name: shownName({ name: eni?.name ?? null, id: item.id }) })}
                title={t('remove', { name: shownName({ name: eni?.name ?? null, id: item.id }) })}
                onClick={() => remove(item.id)}
              >
                <Icon name="cross" size={12} />
              </Button>
              <span className="col-span-4 col-start-2 break-words text-ink-2 text-xs">
                {reasons.map((reason) => (
                  <span key={reason.why} className="block">
                    {say(reason)}
                  </span>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
