'use client';

import { useMemo } from 'react';
import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { measure } from '@/lib/usage/measure';
import type { Occupancy } from '@/lib/usage/occupancy';
import { runRows } from '@/lib/usage/run-rows';
import type { UsageView } from '@/lib/views/usage';
import { BlockMap } from './block-map';
import { DataProblems } from './data-problems';
import { Figures } from './figures';
import { MapLegend } from './map-legend';
import { RunsTable } from './runs-table';

type VSwitchPartsProps = {
  vSwitch: VSwitch;
  occupancy: Occupancy;
  /** The list that the occupancy was measured with. */
  enis: readonly Eni[];
  reservations: readonly { first: number; length: number }[];
  isPartial: boolean;
  onView: (change: Partial<UsageView>) => void;
};

/** A vSwitch in figures, in blocks of 16 and as a table. */
export function VSwitchParts({
  vSwitch,
  occupancy,
  enis,
  reservations,
  isPartial,
  onView,
}: VSwitchPartsProps) {
  const measures = useMemo(
    () => measure(vSwitch, occupancy, reservations),
    [vSwitch, occupancy, reservations],
  );
  const rows = useMemo(() => runRows(occupancy, enis), [occupancy, enis]);
  return (
    <>
      <Figures measures={measures} />
      <DataProblems problems={[...occupancy.problems, ...measures.problems]} />
      <div className="grid max-h-120 min-h-78 flex-[4] grid-cols-[354px_minmax(0,1fr)] gap-x-5 pl-5 max-[900px]:grid-cols-1 max-[720px]:pl-3">
        <div className="flex min-h-0 flex-col">
          <BlockMap occupancy={occupancy} score={measures.score} isPartial={isPartial} />
          <MapLegend />
        </div>
        <RunsTable vSwitch={vSwitch} rows={rows} dark={measures.dark} isPartial={isPartial} onView={onView} />
      </div>
    </>
  );
}
