'use client';

import { useTranslations } from 'next-intl';
import type { Eni } from '@/lib/eni/eni';
import { DrawerSection } from './drawer-section';
import { Fact, Facts } from './facts';
import { FieldLines } from './field-lines';
import { IdValue } from './id-value';
import { termOf } from './related';

/** What the ENI is attached to, and what happens to the ENI when that is released. */
export function AttachmentSection({ eni }: { eni: Eni }) {
  const t = useTranslations('drawer');
  const { attachment } = eni;
  const instanceId = eni.instanceId ?? attachment?.instanceId ?? null;
  const index = attachment?.deviceIndex ?? null;
  const card = attachment?.networkCardIndex ?? null;
  const trunk = attachment?.trunkNetworkInterfaceId ?? null;
  return (
    <DrawerSection title={t('attachment')}>
      {instanceId === null && <p className="text-ink-3">{t('notAttached')}</p>}
      <Facts>
        {instanceId !== null && (
          <Fact label={t('instance')}>
            <IdValue id={instanceId} term={termOf('instance', instanceId)} />
          </Fact>
        )}
        {index !== null && (
          <Fact label={t('device')}>
            eth{index}
            <span className="text-ink-3">
              {t('deviceIndex', { index })}
              {card !== null && ` · ${t('card', { card })}`}
            </span>
          </Fact>
        )}
        {trunk !== null && (
          <Fact label={t('trunk')}>
            <IdValue id={trunk} term={termOf('eni', trunk)} />
          </Fact>
        )}
        <FieldLines eni={eni} section="attachment" without={['instanceId', 'attachment']} />
      </Facts>
    </DrawerSection>
  );
}
