import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { figuresOf } from './figures';
import { lacksBlock, type Measures } from './measure';
import { isFull } from './pressure';
import { vSwitchKey } from './vswitches';

type Facts = {
  measures: ReadonlyMap<string, Measures>;
  fullPercent: number;
  /** Those that filters keep; null where nothing is filtered. */
  enis: readonly Eni[] | null;
};

/** Those of the vSwitches that are full, or have no whole free /28; with filters, those that hold an ENI they keep. */
export function cutVSwitches(
  vSwitches: readonly VSwitch[],
  cut: 'full' | 'no-free-28',
  { measures, fullPercent, enis }: Facts,
): VSwitch[] {
  const holding = enis && new Set(enis.map(({ region, vSwitchId }) => `${region}/${vSwitchId}`));
  return vSwitches.filter((vSwitch) => {
    const key = vSwitchKey(vSwitch);
    if (holding && !holding.has(key)) return false;
    const measured = measures.get(key);
    if (cut === 'no-free-28') return measured !== undefined && lacksBlock(measured);
    return isFull(measured ?? figuresOf(vSwitch), fullPercent);
  });
}
