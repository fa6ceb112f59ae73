'use client';

import { useTranslations } from 'next-intl';
import { StatusMark } from '@/components/eni-parts/status-mark';
import { SeverityMark } from '@/components/findings/severity-mark';
import { ownerOf } from '@/lib/eni/owner';
import { visibleText } from '@/lib/eni/visible-text';
import { ruleOf } from '@/lib/findings/catalogue';
import { type MapLayout, placeOf } from '@/lib/usage/map/layout';
import type { CellFacts } from './map-source';
import { GUTTER } from './painter';
import type { MapControl } from './use-map-canvas';
import { useViewport } from './use-viewport';

type AddressCardProps = { facts: CellFacts; at: number; layout: MapLayout; control: MapControl };

const GAP = 6;

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="flex gap-2">
      <dt className="w-20 shrink-0 text-ink-3">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

/** The holder of an address, beside it. Keyboard users get the same read out when they move there. */
export function AddressCard({ facts, at, layout, control }: AddressCardProps) {
  const t = useTranslations('usage');
  const owners = useTranslations('owner');
  const titles = useTranslations('findings');
  const { address, state, eni, resource = null, eip, held = 0, rules = [], pods = [] } = facts;
  const view = useViewport(control);
  const place = placeOf(layout, at);
  const [x, y] = [place.x - view.left, place.y - view.top];
  // The card is on the side that has room.
  const [isLeft, isAbove] = [x > view.width / 2, y > view.height / 2];
  const left = x + GUTTER + (isLeft ? -GAP : layout.cell + GAP);
  const top = y + (isAbove ? layout.cell : 0);
  return (
    <div
      aria-hidden="true"
      // Moved by transform, which needs no new layout.
      style={{
        transform: `translate(${left}px, ${top}px) translate(${isLeft ? '-100%' : '0'}, ${isAbove ? '-100%' : '0'})`,
      }}
      className="pointer-events-none absolute top-0 left-0 z-10 w-68 rounded-md border border-line-strong bg-raised p-2.5 text-xs shadow-pop"
    >
      <p className="flex items-baseline justify-between gap-2 pb-1">
        <b className="font-medium font-mono text-mono">{address}</b>
        <span className="text-ink-2">{t(`state.${state}`)}</span>
      </p>
      {held > 0 && <p className="pb-1 text-ink-2">{t('card.held', { count: held })}</p>}
      {rules.map((rule) => (
        <p key={rule} className="flex items-center gap-1.5 pb-1">
          <SeverityMark severity={ruleOf(rule).severity} />
          {titles(`rule.${rule}.title`)}
        </p>
      ))}
      {resource && (
        <dl className="grid gap-0.5 border-line border-t pt-1.5">
          <Fact term={t('card.owner')}>
            {resource.resourceType} <span className="font-mono">{resource.resourceId}</span>
          </Fact>
          <Fact term={t('card.saidBy')}>VPC IPAM</Fact>
        </dl>
      )}
      {eni && (
        <dl className="grid gap-0.5 border-line border-t pt-1.5">
          <Fact term="ENI">
            {eni.name === null ? (
              <span className="font-mono">{eni.id}</span>
            ) : (
              <bdi className="font-medium">{visibleText(eni.name)}</bdi>
            )}
          </Fact>
          {eni.name !== null && (
            <Fact term="ID">
              <span className="font-mono">{eni.id}</span>
            </Fact>
          )}
          {eni.status !== null && (
            <Fact term={t('card.status')}>
              <StatusMark status={eni.status} />
            </Fact>
          )}
          {eni.instanceId !== null && (
            <Fact term={t('card.instance')}>
              <span className="font-mono">{eni.instanceId}</span>
            </Fact>
          )}
          {pods.length > 0 && (
            <Fact term={t('card.pod')}>
              <bdi className="font-medium">{pods.join(', ')}</bdi>
            </Fact>
          )}
          <Fact term={t('card.owner')}>{owners(ownerOf(eni).kind)}</Fact>
          {eip !== null && (
            <Fact term="EIP">
              <span className="font-mono">{eip}</span>
            </Fact>
          )}
        </dl>
      )}
    </div>
  );
}
