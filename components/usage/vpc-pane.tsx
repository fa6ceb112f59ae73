'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { shownName, visibleText } from '@/lib/eni/visible-text';
import type { Vpc, VSwitch } from '@/lib/eni/vswitch';
import type { Figures } from '@/lib/usage/figures';
import { overlapsOf, vpcMapOf } from '@/lib/usage/vpc-map';
import { useLevelFocus } from './use-level-focus';
import { VpcLines } from './vpc-lines';
import { VpcTable } from './vpc-table';

type VpcPaneProps = {
  id: string;
  /** Null if DescribeVpcs does not tell. */
  vpc: Vpc | null;
  /** All VPCs of the scope, to find overlaps. */
  vpcs: readonly Vpc[];
  vSwitches: readonly VSwitch[];
  figuresOf: (vSwitch: VSwitch) => Figures;
  onOpen: (vSwitchId: string) => void;
  onClose: () => void;
};

/** One VPC: its CIDRs with the vSwitches in them, the gaps between, and what overlaps. */
export function VpcPane({ id, vpc, vpcs, vSwitches, figuresOf, onOpen, onClose }: VpcPaneProps) {
  const t = useTranslations('usage');
  const pane = useLevelFocus(id);
  const { number } = useFormatter();
  const { blocks, problems } = useMemo(() => vpcMapOf(vpc, vSwitches), [vpc, vSwitches]);
  const overlaps = useMemo(
    () => overlapsOf(vpcs).filter(({ a, b }) => a.id === id || b.id === id),
    [vpcs, id],
  );
  const gaps = blocks.flatMap(({ parts }) => parts).filter(({ kind }) => kind === 'gap');
  const size = blocks.reduce((sum, block) => sum + (block.isKnown ? block.size : 0), 0);
  const free = gaps.reduce((sum, { length }) => sum + length, 0);
  return (
    <section
      ref={pane}
      tabIndex={-1}
      aria-label={t('vpcPane', { name: shownName({ name: vpc?.name ?? null, id }) })}
      className="flex min-h-0 min-w-0 flex-col bg-surface outline-none print:block"
    >
      <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 px-5 py-1.5 max-[720px]:px-3">
        <h2 className="min-w-0 truncate font-semibold text-lg">
          {vpc?.name ? <bdi>{visibleText(vpc.name)}</bdi> : <span className="font-mono text-sm">{id}</span>}
        </h2>
        <span className="text-ink-3 text-xs">
          {t('count', { count: vSwitches.length })}
          {size > 0 && ` · ${t('vpcFree', { free: number(free), size: number(size) })}`}
        </span>
        <Button look="quiet" size="small-icon" className="ml-auto" aria-label={t('close')} onClick={onClose}>
          <Icon name="cross" />
        </Button>
      </header>
      {(overlaps.length > 0 || problems.length > 0) && (
        <ul className="mx-5 mb-2 shrink-0 text-xs max-[720px]:mx-3">
          {overlaps.map(({ a, b, cidr }) => {
            const other = a.id === id ? b : a;
            return (
              <li key={`${other.id} ${cidr}`} className="flex items-center gap-1.5 py-0.5 text-warn">
                <Icon name="warn" size={14} />
                {t('vpcOverlap', { cidr, other: shownName(other) })}
              </li>
            );
          })}
          {problems.map(({ code, vSwitchId, otherVSwitchId, value }) => (
            <li
              key={`${code} ${vSwitchId} ${otherVSwitchId} ${value}`}
              className="flex gap-1.5 py-0.5 text-ink-2"
            >
              <Icon name="note" size={14} />
              <span>
                {t(`vpcProblem.${code}`)}{' '}
                <code className="font-mono">
                  {[value, vSwitchId, otherVSwitchId].filter(Boolean).join(' ')}
                </code>
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="max-h-1/2 shrink-0 overflow-auto px-5 pb-3 max-[720px]:px-3">
        {blocks.map((block) => (
          <VpcLines
            key={`${block.cidr} ${block.first}`}
            block={block}
            figuresOf={figuresOf}
            onOpen={onOpen}
          />
        ))}
      </div>
      <VpcTable id={id} blocks={blocks} onOpen={onOpen} />
    </section>
  );
}
