'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemLine } from '@/components/states/problem-line';
import { Button } from '@/components/ui/button';
import type { Eni } from '@/lib/eni/eni';
import type { EniAttribute } from '@/lib/eni/told';
import { visibleText } from '@/lib/eni/visible-text';
import { problemOf } from '@/lib/queries/problem-of';
import { attributeQuery } from '@/lib/queries/told';
import { DrawerSection } from './drawer-section';
import { Fact, Facts } from './facts';
import { IdValue } from './id-value';
import { termOf } from './related';

const LIMITS = ['bandwidthRx', 'bandwidthTx', 'ppsRx', 'ppsTx', 'concurrentConnections'] as const;
const TIMEOUTS = ['tcpEstablishedTimeout', 'tcpClosedAndTimeWaitTimeout', 'udpTimeout'] as const;
const BAGS = ['enhancedNetwork', 'bond', 'slave'] as const;

/** Fields as the API sends them, under its own names. */
function Bag({ fields }: { fields: Record<string, unknown> }) {
  return (
    <span className="break-all font-mono text-xs">
      {Object.entries(fields)
        .map(([name, value]) => [name, JSON.stringify(value) ?? ''].map(visibleText).join(': '))
        .join(', ')}
    </span>
  );
}

function Attributes({ attribute }: { attribute: EniAttribute }) {
  const t = useTranslations('drawer.attribute');
  const { number } = useFormatter();
  const { trafficMode, queueNumber, queuePairNumber, connectionTracking, qos } = attribute;
  const { tcpOptionAddressEnabled: option, memberNetworkInterfaceIds: members } = attribute;
  const timeouts = TIMEOUTS.flatMap((name) => {
    const seconds = connectionTracking?.[name] ?? null;
    return seconds === null ? [] : [t(name, { seconds })];
  });
  const limits = LIMITS.flatMap((name) => {
    const limit = qos?.[name] ?? null;
    return limit === null ? [] : [t(name, { limit: number(limit) })];
  });
  const traffic = [
    trafficMode,
    queueNumber !== null && t('queues', { count: queueNumber }),
    queuePairNumber !== null && t('queuePairs', { count: queuePairNumber }),
  ].filter(Boolean);
  return (
    <Facts>
      {traffic.length > 0 && <Fact label={t('traffic')}>{traffic.join(' · ')}</Fact>}
      {timeouts.length > 0 && <Fact label={t('tracking')}>{timeouts.join(' · ')}</Fact>}
      {qos !== null && (
        <Fact label={t('qos')}>
          {[qos.enabled === null ? null : t(qos.enabled ? 'on' : 'off'), ...limits]
            .filter((part) => part !== null)
            .join(' · ')}
        </Fact>
      )}
      {BAGS.map((name) => {
        const fields = attribute[name];
        return fields === null ? null : (
          <Fact key={name} label={t(name)}>
            <Bag fields={fields} />
          </Fact>
        );
      })}
      {option !== null && <Fact label={t('tcpOption')}>{option}</Fact>}
      {members.length > 0 && (
        <Fact label={t('members')}>
          {members.map((id) => (
            <IdValue key={id} id={id} term={termOf('eni', id)} />
          ))}
        </Fact>
      )}
    </Facts>
  );
}

/** What the list of ENIs does not contain; fetched when the reader asks for it. */
export function AttributeSection({ eni }: { eni: Eni }) {
  const t = useTranslations('drawer');
  const [isOpen, setIsOpen] = useState(false);
  const { data, error } = useQuery({ ...attributeQuery(eni), enabled: isOpen });
  const problem = problemOf(error);
  return (
    <DrawerSection
      title={t('attribute.title')}
      end={
        <Button look="quiet" size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t('hide') : t('attribute.ask')}
        </Button>
      }
    >
      {isOpen && data && <Attributes attribute={data} />}
      {isOpen && problem && <ProblemLine problem={problem} />}
      {isOpen && !data && !problem && <p className="text-ink-3">{t('reading')}</p>}
    </DrawerSection>
  );
}
