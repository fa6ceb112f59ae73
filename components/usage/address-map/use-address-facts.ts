'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import type { Eni } from '@/lib/eni/eni';
import { formatIpv4 } from '@/lib/usage/ipv4';
import { ADDRESS_STATES, type AddressState, type Occupancy } from '@/lib/usage/occupancy';

/** What is known of one address. */
export type AddressFacts = { address: string; state: AddressState; eni: Eni | null; eip: string | null };

/** Tells of any address what is known of it, as data and as one sentence to be read out. */
export function useAddressFacts(occupancy: Occupancy, enis: readonly Eni[]) {
  const t = useTranslations('usage');
  const factsAt = useCallback(
    (at: number): AddressFacts => {
      const address = formatIpv4(occupancy.first + at);
      const eni = enis[occupancy.owners[at] ?? -1] ?? null;
      const held = eni?.privateIps.find((ip) => ip.privateIpAddress === address);
      return {
        address,
        state: ADDRESS_STATES[occupancy.states[at] ?? 0] ?? 'free',
        eni,
        eip: held?.publicIp ?? null,
      };
    },
    [occupancy, enis],
  );
  const sayAt = useCallback(
    (at: number): string => {
      const { address, state, eni, eip } = factsAt(at);
      const parts = [address, t(`state.${state}`), eni?.name, eni?.id, eni?.instanceId, eni?.status];
      if (eip !== null) parts.push(`EIP ${eip}`);
      return parts.filter((part) => part !== null && part !== undefined).join(', ');
    },
    [factsAt, t],
  );
  return useMemo(() => ({ factsAt, sayAt }), [factsAt, sayAt]);
}
