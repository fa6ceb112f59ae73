'use client';

import { useCallback, useMemo } from 'react';
import type { Scan } from '@/components/scan/use-scan';
import type { VSwitch } from '@/lib/eni/vswitch';
import { type Figures, figuresOf } from '@/lib/usage/figures';
import { type Measures, measure } from '@/lib/usage/measure';
import { occupancyOf } from '@/lib/usage/occupancy';
import { vSwitchKey } from '@/lib/usage/vswitches';
import { drawnOf } from './drawn-of';

type Options = {
  /** By the vSwitch's key; null until all ENIs of the scope are read. */
  measures: ReadonlyMap<string, Measures> | null;
  /** The open vSwitch, whose ENIs `scan` reads. */
  open: VSwitch | null;
  scan: Scan;
};

/** The figures of each vSwitch from all rows read: the tile of the open vSwitch shows the same as its pane. */
export function useFigures({ measures, open, scan }: Options): (vSwitch: VSwitch) => Figures {
  const { enis } = scan.reading;
  const read = open !== null && drawnOf(scan, open).isDrawn ? open : null;
  const own = useMemo(() => {
    const occupancy = read && occupancyOf(read, enis);
    return read === null || occupancy === null || typeof occupancy === 'string'
      ? null
      : { key: vSwitchKey(read), figures: measure(read, occupancy) };
  }, [read, enis]);
  return useCallback(
    (vSwitch) => {
      const key = vSwitchKey(vSwitch);
      return own?.key === key ? own.figures : (measures?.get(key) ?? figuresOf(vSwitch));
    },
    [measures, own],
  );
}
