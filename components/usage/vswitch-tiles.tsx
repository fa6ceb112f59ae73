'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { SeverityMark } from '@/components/findings/severity-mark';
import { ShortId } from '@/components/ui/short-id';
import { placeKey } from '@/lib/eni/place';
import { visibleText } from '@/lib/eni/visible-text';
import type { Vpc, VSwitch } from '@/lib/eni/vswitch';
import type { Figures } from '@/lib/usage/figures';
import { groupByVpc, namesakesOf, type VpcGroup } from '@/lib/usage/pressure';
import { vSwitchKey } from '@/lib/usage/vswitches';
import type { ScopeFacts } from './use-scope-facts';
import { USE_CLASSES, VSwitchTile } from './vswitch-tile';

type VSwitchTilesProps = {
  vSwitches: readonly VSwitch[];
  vpcs: readonly Vpc[];
  /** For vSwitches that are not listed, how many addresses are seen; by their key. */
  seen: ReadonlyMap<string, number>;
  figuresOf: (vSwitch: VSwitch) => Figures;
  /** By the key of each vSwitch; null until every ENI has been read. */
  facts: ScopeFacts | null;
  open: string | null;
  onOpen: (id: string) => void;
  /** The id of the open VPC, and the function that opens one. */
  openVpc: string | null;
  onOpenVpc: (id: string) => void;
  /** One is open beside the tiles; on narrow screens it replaces them. */
  isBeside: boolean;
};

type VpcHeadProps = {
  group: VpcGroup;
  vpc: Vpc | undefined;
  /** Another VPC here has the same name, so the id is shown too. */
  isNamesake: boolean;
  withPlace: boolean;
  isOpen: boolean;
  onOpen: (id: string) => void;
};

function VpcHead({ group, vpc, isNamesake, withPlace, isOpen, onOpen }: VpcHeadProps) {
  const t = useTranslations('usage');
  const { vpcId } = group;
  const blocks = vpc ? [vpc.cidrBlock, ...vpc.secondaryCidrBlocks].filter((block) => block !== null) : [];
  return (
    <h2 className="flex min-w-0 items-baseline gap-2 py-1 leading-[18px]">
      {vpcId === null ? (
        <span className="truncate">{t('noVpc')}</span>
      ) : (
        <button
          type="button"
          aria-pressed={isOpen}
          data-focus-name={vpcId}
          aria-label={t('openVpc', {
            name:
              [vpc?.name && visibleText(vpc.name), isNamesake && vpcId].filter(Boolean).join(' ') || vpcId,
          })}
          onClick={() => onOpen(vpcId)}
          className="max-w-48 shrink-0 cursor-pointer truncate rounded-xs font-semibold underline-offset-2 hover:underline aria-pressed:text-accent"
        >
          {vpc?.name ? (
            <bdi>{visibleText(vpc.name)}</bdi>
          ) : (
            <span className="font-mono text-xs">{vpcId}</span>
          )}
        </button>
      )}
      <span className="min-w-0 font-mono font-normal text-ink-3 text-xs">
        {isNamesake && group.vpcId !== null && (
          <span title={group.vpcId} className="text-ink-2">
            <ShortId id={group.vpcId} />{' '}
          </span>
        )}
        {blocks.join(', ')}
      </span>
      <span className="ml-auto shrink-0 font-normal text-ink-3 text-xs">
        {withPlace && `${group.account} / ${group.region} · `}
        {t('count', { count: group.vSwitches.length })}
      </span>
    </h2>
  );
}

/** With more tiles than this, names would prevent the reader from seeing all at once. */
const MOST_NAMED = 80;

/** Every vSwitch as a tile, by VPC, those that are fullest first. */
export function VSwitchTiles({
  vSwitches,
  vpcs,
  seen,
  facts,
  figuresOf,
  open,
  onOpen,
  openVpc,
  onOpenVpc,
  isBeside,
}: VSwitchTilesProps) {
  const t = useTranslations('usage');
  const groups = useMemo(() => groupByVpc(vSwitches, figuresOf), [vSwitches, figuresOf]);
  const hasShares = vSwitches.some((vSwitch) => figuresOf(vSwitch).share !== null);
  const namesakes = useMemo(() => namesakesOf(groups, vpcs), [groups, vpcs]);
  const places = new Set(vSwitches.map(placeKey));
  return (
    <section
      aria-label={t('overview')}
      className={`flex min-h-0 flex-col border-line-strong border-r bg-canvas print:block ${isBeside ? 'max-[1180px]:hidden print:hidden' : ''}`}
    >
      <div
        {...(vSwitches.length <= MOST_NAMED && { 'data-named': true })}
        className="group/tiles @container min-h-0 flex-1 overflow-auto px-4 py-2 max-[720px]:px-3"
      >
        {groups.map((group) => {
          const vpc = vpcs.find(
            ({ id, account, region }) =>
              id === group.vpcId && account === group.account && region === group.region,
          );
          return (
            <section key={group.key} className="pb-3">
              <VpcHead
                group={group}
                vpc={vpc}
                isNamesake={namesakes.has(group.key)}
                withPlace={places.size > 1}
                isOpen={group.vpcId === openVpc}
                onOpen={onOpenVpc}
              />
              <ul className="grid grid-cols-[repeat(auto-fill,minmax(44px,1fr))] gap-1 group-data-named/tiles:@min-[560px]:grid-cols-[repeat(auto-fill,minmax(124px,1fr))]">
                {group.vSwitches.map((vSwitch) => (
                  <li key={vSwitch.id} className="contents">
                    <VSwitchTile
                      vSwitch={vSwitch}
                      seen={seen.get(vSwitchKey(vSwitch)) ?? null}
                      figures={figuresOf(vSwitch)}
                      measures={facts?.measures.get(vSwitchKey(vSwitch)) ?? null}
                      worst={facts?.worst.get(vSwitchKey(vSwitch)) ?? null}
                      isOpen={vSwitch.id === open}
                      onOpen={onOpen}
                    />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2 text-ink-2 text-xs max-[720px]:px-3">
        {hasShares && (
          <span className="flex items-center gap-1.5">
            0
            <span aria-hidden="true" className="flex">
              {USE_CLASSES.map((look) => (
                <span key={look} className={`h-3 w-5 ${look}`} />
              ))}
            </span>
            100 %
          </span>
        )}
        <span className="flex items-center gap-1.5">
          <span aria-hidden="true" className="h-3 w-5 rounded-xs border border-field border-dashed" />
          {t('unknownKey')}
        </span>
        {facts !== null && (
          <>
            <span className="flex items-center gap-1.5">
              <span aria-hidden="true" className="h-[3px] w-5 rounded-full bg-ink" />
              {t('blocksKey')}
            </span>
            {(['high', 'medium'] as const).map((severity) => (
              <span key={severity} className="flex items-center gap-1.5">
                <SeverityMark severity={severity} isPlain />
                {t(`tileFinding.${severity}`)}
              </span>
            ))}
          </>
        )}
      </p>
    </section>
  );
}
