import type { Scan } from '@/components/scan/use-scan';
import type { VSwitch } from '@/lib/eni/vswitch';
import { isPlaceRead } from '@/lib/search/reading/coverage';

/**
 * Whether the ENIs of a vSwitch are drawn: once all are read, or if only a part was read when reading stopped, which
 * the page then says.
 */
export function drawnOf(scan: Scan, vSwitch: VSwitch) {
  const complete = scan.reading.complete && isPlaceRead(scan.reading, vSwitch);
  const isPartial = !complete && scan.reading.asOf !== null && scan.activity === 'none';
  return { complete, isPartial, isDrawn: complete || isPartial };
}
