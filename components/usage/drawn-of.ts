import type { Scan } from '@/components/scan/use-scan';
import type { VSwitch } from '@/lib/eni/vswitch';
import { isPlaceRead } from '@/lib/search/reading/coverage';

/**
 * Whether the ENIs of a vSwitch are drawn: once all are read, and what is only partly read when reading has stopped,
 * which is said then.
 */
export function drawnOf(scan: Scan, vSwitch: VSwitch) {
  const complete = scan.reading.complete && isPlaceRead(scan.reading, vSwitch);
  const isPartial = !complete && scan.reading.asOf !== null && scan.activity === 'none';
  return { complete, isPartial, isDrawn: complete || isPartial };
}
