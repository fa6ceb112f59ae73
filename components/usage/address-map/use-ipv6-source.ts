'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Eni } from '@/lib/eni/eni';
import { formatAddress, parseAddress } from '@/lib/eni/ip';
import { IPV6_BLOCK_STATES, type Ipv6Occupancy } from '@/lib/usage/ipv6';
import { ipv6Picture } from '@/lib/usage/map/ipv6-picture';
import type { CellFacts, MapSource } from './map-source';

/** Bits of an address within its /80. */
const REST = 48n;
const SQUARE = 256;
const hex = (value: number) => value.toString(16);

/** The IPv6 /64 of a vSwitch as a map: a cell is a /80, the size of a prefix. */
export function useIpv6Source(occupancy: Ipv6Occupancy, enis: readonly Eni[]): MapSource {
  const t = useTranslations('usage');
  const picture = useMemo(() => ipv6Picture(occupancy), [occupancy]);
  return useMemo(() => {
    const { first, states, owners, held } = occupancy;
    const size = states.length;
    const addressAt = (at: number) => formatAddress({ family: 6, value: first + (BigInt(at) << REST) });
    const stateAt = (at: number) => IPV6_BLOCK_STATES[states[at] ?? 0] ?? 'free';
    const factsAt = (at: number): CellFacts => ({
      address: `${addressAt(at)}/80`,
      state: stateAt(at),
      eni: enis[owners[at] ?? -1] ?? null,
      eip: null,
      held: held[at] ?? 0,
    });
    const next = (passes: (at: number) => boolean, at: number) => {
      for (let step = 1; step <= size; step++) if (passes((at + step) % size)) return (at + step) % size;
      return null;
    };
    return {
      family: 6,
      size,
      cidr: `${formatAddress({ family: 6, value: first })}/64`,
      picture,
      captionOf: (square) => `:${hex(square * SQUARE)}::/72`,
      rowLabelOf: (row) => `:${hex(row * 16)}`,
      addressAt,
      find: (text) => {
        const address = parseAddress(text);
        if (address?.family !== 6) return 'unreadable6';
        const at = (address.value - first) >> REST;
        return at < 0n || at >= BigInt(size) ? 'outside' : Number(at);
      },
      factsAt,
      sayAt: (at) => {
        const { address, state, eni, held: count = 0 } = factsAt(at);
        const parts = [
          address,
          t(`state.${state}`),
          count > 0 && t('card.held', { count }),
          eni?.name,
          eni?.id,
        ];
        return parts.filter(Boolean).join(', ');
      },
      nextFree: (at) => next((each) => stateAt(each) === 'free', at),
      nextFreeBlock: null,
      marked: Array.from(states.keys()).filter((at) => stateAt(at) === 'conflict'),
    };
  }, [occupancy, enis, picture, t]);
}
