'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { usePods } from '@/components/pods/use-pods';
import type { Eni } from '@/lib/eni/eni';
import { addressesOf } from '@/lib/eni/eni-address';
import { ipv4Number } from '@/lib/eni/ip';
import type { RuleId } from '@/lib/findings/rule-ids';
import { podNamesOf } from '@/lib/pods/pods-of-eni';
import { nextFree, nextFreeBlock } from '@/lib/usage/blocks';
import { resourceText } from '@/lib/usage/discovered';
import { formatIpv4 } from '@/lib/usage/ipv4';
import type { ColourMode } from '@/lib/usage/map/colour-modes';
import { pictureOf } from '@/lib/usage/map/picture';
import { markedOf } from '@/lib/usage/map/places';
import { ADDRESS_STATES, type Occupancy } from '@/lib/usage/occupancy';
import type { CellFacts, MapSource } from './map-source';

const SQUARE = 256;

type Ipv4Source = {
  occupancy: Occupancy;
  /** The list that the occupancy was measured with. */
  enis: readonly Eni[];
  mode: ColourMode;
  /** ms since the epoch; what ages count from. */
  now: number;
  reservations: readonly { first: number; length: number }[];
  /** What rules have found of an ENI, by its id. */
  rulesOf: ReadonlyMap<string, readonly RuleId[]>;
};

/** The IPv4 addresses of a vSwitch as a map. */
export function useIpv4Source({ occupancy, enis, mode, now, reservations, rulesOf }: Ipv4Source): MapSource {
  const t = useTranslations('usage');
  const titles = useTranslations('findings');
  const book = usePods();
  const picture = useMemo(
    () => pictureOf(occupancy, enis, { mode, now, reservations }),
    [occupancy, enis, mode, now, reservations],
  );
  return useMemo(() => {
    const { first, size, prefix } = occupancy;
    const addressAt = (at: number) => formatIpv4(first + at);
    const toPlace = (address: number | null) => (address === null ? null : address - first);
    const factsAt = (at: number): CellFacts => {
      const address = addressAt(at);
      const eni = enis[occupancy.owners[at] ?? -1] ?? null;
      const held = eni && addressesOf(eni).find((each) => each.address === address);
      const state = ADDRESS_STATES[occupancy.states[at] ?? 0] ?? 'free';
      const pods = eni === null ? [] : podNamesOf(book, eni, address);
      return {
        address,
        state,
        eni,
        resource: occupancy.discovered.get(at) ?? null,
        eip: held?.eip ?? null,
        rules: rulesOf.get(eni?.id ?? '') ?? [],
        pods,
      };
    };
    return {
      family: 4,
      size,
      cidr: `${formatIpv4(first)}/${prefix}`,
      picture,
      captionOf: (square) => `${addressAt(square * SQUARE)}/${size < SQUARE ? prefix : 24}`,
      rowLabelOf: (row) => `.${(first + row * 16) & 255}`,
      addressAt,
      find: (text) => {
        const address = ipv4Number(text);
        if (address === null) return 'unreadable';
        return address < first || address >= first + size ? 'outside' : address - first;
      },
      factsAt,
      sayAt: (at) => {
        const { address, state, eni, resource, eip, rules = [], pods = [] } = factsAt(at);
        const parts = [address, t(`state.${state}`), eni?.name, eni?.id, eni?.instanceId, eni?.status];
        const found = rules.map((rule) => titles(`rule.${rule}.title`));
        return [...parts, resource && resourceText(resource), eip && `EIP ${eip}`, ...pods, ...found]
          .filter(Boolean)
          .join(', ');
      },
      nextFree: (at) => toPlace(nextFree(occupancy, first + at + 1)),
      nextFreeBlock: (at) => toPlace(nextFreeBlock(occupancy, first + at + 1)),
      marked: markedOf(occupancy, (owner) => rulesOf.has(enis[owner]?.id ?? '')),
    };
  }, [occupancy, enis, picture, rulesOf, book, t, titles]);
}
