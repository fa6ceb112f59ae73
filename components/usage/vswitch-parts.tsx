'use client';

import { useMemo } from 'react';
import type { Eni } from '@/lib/eni/eni';
import type { DiscoveredAddresses } from '@/lib/eni/told';
import type { VSwitch, VSwitchReservation } from '@/lib/eni/vswitch';
import type { Ipv6Occupancy } from '@/lib/usage/ipv6';
import { ipv6Rows } from '@/lib/usage/ipv6-rows';
import { measure } from '@/lib/usage/measure';
import type { Occupancy } from '@/lib/usage/occupancy';
import { runRows } from '@/lib/usage/run-rows';
import type { UsageView } from '@/lib/views/usage';
import { BlockMap } from './block-map';
import { DarkNote } from './dark-note';
import { DataProblems } from './data-problems';
import { Figures } from './figures';
import { MapLegend } from './map-legend';
import { Reservations } from './reservations';
import { RunsTable } from './runs-table';

type VSwitchPartsProps = {
  vSwitch: VSwitch;
  occupancy: Occupancy;
  /** The list that the occupancy was measured with. */
  enis: readonly Eni[];
  reservations: readonly { first: number; length: number }[];
  isPartial: boolean;
  /** VPC IPAM's report on the addresses; null until it was asked and has answered. */
  discovered: DiscoveredAddresses | null;
  reserved: readonly VSwitchReservation[];
  /** The /64 instead of the IPv4 addresses; null unless the reader looks at it. */
  ipv6: Ipv6Occupancy | null;
  onView: (change: Partial<UsageView>) => void;
};

/** A vSwitch in figures, in blocks of 16 and as a table. */
export function VSwitchParts({
  vSwitch,
  occupancy,
  enis,
  reservations,
  isPartial,
  discovered,
  reserved,
  ipv6,
  onView,
}: VSwitchPartsProps) {
  const measures = useMemo(
    () => measure(vSwitch, occupancy, reservations),
    [vSwitch, occupancy, reservations],
  );
  const rows = useMemo(
    () => (ipv6 === null ? runRows(occupancy, enis) : ipv6Rows(ipv6, enis)),
    [occupancy, ipv6, enis],
  );
  return (
    <>
      <Figures measures={measures} />
      <Reservations vSwitch={vSwitch} reservations={reserved} enis={enis} />
      <DataProblems problems={[...occupancy.problems, ...(ipv6?.problems ?? []), ...measures.problems]} />
      <div className="grid max-h-120 min-h-78 flex-[4] grid-cols-[354px_minmax(0,1fr)] gap-x-5 pl-5 max-[900px]:grid-cols-1 max-[720px]:pl-3 print:block print:pr-5">
        <div className="flex min-h-0 flex-col">
          <BlockMap occupancy={occupancy} score={measures.score} isPartial={isPartial} />
          <MapLegend />
        </div>
        <RunsTable
          vSwitch={vSwitch}
          rows={rows}
          note={ipv6 === null && <DarkNote measures={measures} discovered={discovered} />}
          isPartial={isPartial}
          onView={onView}
        />
      </div>
    </>
  );
}
