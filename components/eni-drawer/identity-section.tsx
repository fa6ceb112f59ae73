'use client';

import { useTranslations } from 'next-intl';
import type { Eni } from '@/lib/eni/eni';
import { DrawerSection } from './drawer-section';
import { Fact, Facts } from './facts';
import { FieldLines } from './field-lines';

/** What the ENI is and where. */
export function IdentitySection({ eni }: { eni: Eni }) {
  const t = useTranslations('drawer');
  return (
    <DrawerSection title={t('identity')}>
      <Facts>
        <Fact label={t('place')}>{`${eni.account} / ${eni.region}`}</Fact>
        <FieldLines
          eni={eni}
          section="identity"
          first={[
            'description',
            'zoneId',
            'vSwitchId',
            'vpcId',
            'macAddress',
            'creationTime',
            'trafficMode',
            'sourceDestCheck',
            'resourceGroupId',
          ]}
        />
      </Facts>
    </DrawerSection>
  );
}
