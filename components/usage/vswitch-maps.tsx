'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import { Button } from '@/components/ui/button';
import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import type { RuleId } from '@/lib/findings/rule-ids';
import type { Ipv6Occupancy } from '@/lib/usage/ipv6';
import { tagKeysOf } from '@/lib/usage/map/colour-modes';
import type { Occupancy } from '@/lib/usage/occupancy';
import type { UsageView } from '@/lib/views/usage';
import { AddressMap } from './address-map/address-map';
import { PickedRange } from './address-map/picked-range';
import { useIpv4Source } from './address-map/use-ipv4-source';
import { useIpv6Source } from './address-map/use-ipv6-source';
import { PartialBadge } from './partial-badge';

/** Tag keys offered as colours; the rest can be had by URL. */
const MOST_KEYS = 40;
const NONE: readonly Eni[] = [];

type VSwitchMapsProps = {
  vSwitch: VSwitch;
  occupancy: Occupancy;
  /** The list that the occupancy was measured with. */
  enis: readonly Eni[];
  /** The /64, where it has one. */
  ipv6: Ipv6Occupancy | null;
  isPartial: boolean;
  rulesOf: ReadonlyMap<string, readonly RuleId[]>;
  reservations: readonly { first: number; length: number }[];
  view: UsageView;
  now: number;
  onView: (change: Partial<UsageView>, options?: { replace?: boolean }) => void;
};

type FamilyProps = Pick<VSwitchMapsProps, 'view' | 'onView'>;

function FamilyChoice({ view, onView }: FamilyProps) {
  const t = useTranslations('usage');
  return (
    <fieldset aria-label={t('family')} className="flex">
      {[false, true].map((isIpv6) => (
        <Button
          key={String(isIpv6)}
          size="small"
          look={view.isIpv6 === isIpv6 ? 'plain' : 'quiet'}
          aria-pressed={view.isIpv6 === isIpv6}
          onClick={() => onView({ isIpv6, at: null, zoom: null })}
        >
          {isIpv6 ? 'IPv6' : 'IPv4'}
        </Button>
      ))}
    </fieldset>
  );
}

function Ipv4Map({
  vSwitch,
  occupancy,
  enis,
  reservations,
  rulesOf,
  isPartial,
  view,
  now,
  onView,
  hasIpv6,
}: Omit<VSwitchMapsProps, 'ipv6'> & { hasIpv6: boolean }) {
  const source = useIpv4Source({ occupancy, enis, mode: view.colour, now, reservations, rulesOf });
  // The choices are counted after the map is drawn.
  const counted = useDeferredValue(enis, NONE);
  const tagKeys = useMemo(() => tagKeysOf(counted).slice(0, MOST_KEYS), [counted]);
  return (
    <AddressMap
      source={source}
      view={view}
      tagKeys={tagKeys}
      onView={onView}
      renderSelection={(selection, onClear) => (
        <PickedRange
          vSwitch={vSwitch}
          occupancy={occupancy}
          enis={enis}
          selection={selection}
          onClear={onClear}
        />
      )}
    >
      {isPartial && <PartialBadge />}
      {hasIpv6 && <FamilyChoice view={view} onView={onView} />}
    </AddressMap>
  );
}

function Ipv6Map({
  occupancy,
  enis,
  view,
  onView,
}: FamilyProps & { occupancy: Ipv6Occupancy; enis: readonly Eni[] }) {
  const source = useIpv6Source(occupancy, enis);
  return (
    <AddressMap source={source} view={{ ...view, colour: { by: 'state' } }} tagKeys={null} onView={onView}>
      <FamilyChoice view={view} onView={onView} />
    </AddressMap>
  );
}

/** The map of a vSwitch's IPv4 addresses, or of its IPv6 /64 where it has one. */
export function VSwitchMaps({ ipv6, ...props }: VSwitchMapsProps) {
  const { enis, view, onView } = props;
  if (view.isIpv6 && ipv6 !== null)
    return <Ipv6Map key="6" occupancy={ipv6} enis={enis} view={view} onView={onView} />;
  return <Ipv4Map key="4" {...props} hasIpv6={ipv6 !== null} />;
}
