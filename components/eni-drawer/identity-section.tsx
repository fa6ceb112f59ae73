'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Eni } from '@/lib/eni/eni';
import { visibleText } from '@/lib/eni/visible-text';
import { CreatedValue } from './created-value';
import { DrawerSection } from './drawer-section';
import { Fact, Facts } from './facts';
import { IdValue } from './id-value';
import { LineCopy } from './line-copy';
import { termOf } from './related';

function modeOf(eni: Eni, t: ReturnType<typeof useTranslations<'drawer'>>): ReactNode {
  const { trafficMode, queueNumber, queuePairNumber } = eni;
  if (trafficMode === null && queueNumber === null && queuePairNumber === null) return null;
  return (
    <>
      {trafficMode ?? '–'}
      <span className="text-ink-3">
        {queueNumber !== null && t('queues', { count: queueNumber })}
        {queuePairNumber !== null && ` · ${t('queuePairs', { count: queuePairNumber })}`}
      </span>
    </>
  );
}

/** What the ENI is and where. What the API does not say has no line. */
export function IdentitySection({ eni }: { eni: Eni }) {
  const t = useTranslations('drawer');
  const word = useTranslations('operator');
  const lines: [string, ReactNode][] = [
    [
      t('description'),
      eni.description && <bdi className="wrap-anywhere">{visibleText(eni.description)}</bdi>,
    ],
    [t('place'), `${eni.account} / ${eni.region}`],
    [t('zone'), eni.zoneId],
    [t('vswitch'), eni.vSwitchId && <IdValue id={eni.vSwitchId} term={termOf('vswitch', eni.vSwitchId)} />],
    [t('vpc'), eni.vpcId && <IdValue id={eni.vpcId} term={termOf('vpc', eni.vpcId)} />],
    [
      t('mac'),
      eni.macAddress && (
        <>
          <span className="font-mono text-xs">{eni.macAddress}</span>
          <LineCopy text={eni.macAddress} />
        </>
      ),
    ],
    [t('created'), eni.creationTime && <CreatedValue moment={eni.creationTime} />],
    [t('mode'), modeOf(eni, t)],
    [t('check'), eni.sourceDestCheck === null ? null : eni.sourceDestCheck ? t('on') : t('off')],
    [
      t('rg'),
      eni.resourceGroupId && <IdValue id={eni.resourceGroupId} term={termOf('rg', eni.resourceGroupId)} />,
    ],
    [t('managed'), eni.serviceManaged === null ? null : eni.serviceManaged ? word('yes') : word('no')],
    [t('serviceId'), eni.serviceId && <IdValue id={eni.serviceId} />],
    [t('ownerId'), eni.ownerId && <IdValue id={eni.ownerId} />],
  ];
  return (
    <DrawerSection title={t('identity')}>
      <Facts>
        {lines.map(([label, value]) =>
          value === null || value === '' ? null : (
            <Fact key={label} label={label}>
              {value}
            </Fact>
          ),
        )}
      </Facts>
    </DrawerSection>
  );
}
