import type { VSwitch } from '@/lib/eni/vswitch';
import { type Measures, measure } from './measure';
import { type AddressHolder, occupancyOf } from './occupancy';
import { vSwitchKey } from './vswitches';

/**
 * Measures every vSwitch of a scope, one a step; those that cannot be measured are not in the result.
 * @param enis all of the scope
 * @returns the measures by {@link vSwitchKey}
 */
export function* scopeMeasures(
  vSwitches: readonly VSwitch[],
  enis: readonly AddressHolder[],
): Generator<void, ReadonlyMap<string, Measures>, void> {
  const holders = new Map<string, AddressHolder[]>();
  for (const eni of enis) {
    const key = `${eni.region}/${eni.vSwitchId}`;
    const known = holders.get(key);
    if (known) known.push(eni);
    else holders.set(key, [eni]);
  }
  const measures = new Map<string, Measures>();
  for (const vSwitch of vSwitches) {
    yield;
    const key = vSwitchKey(vSwitch);
    const occupancy = occupancyOf(vSwitch, holders.get(key) ?? []);
    if (typeof occupancy !== 'string') measures.set(key, measure(vSwitch, occupancy));
  }
  return measures;
}
