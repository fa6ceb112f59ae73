import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { worstByVSwitch } from '@/lib/findings/by-subject';
import type { Finding, Severity } from '@/lib/findings/finding';
import type { VSwitchFacts } from '@/lib/findings/vswitch-facts';
import { lacksBlock } from '@/lib/usage/measure';
import { isFull, type Pressure } from '@/lib/usage/pressure';
import { vSwitchKey } from '@/lib/usage/vswitches';
import { type FilledPart, filledBy } from './filled-by';

/** A vSwitch as a row of the overview. */
export type FullVSwitch = {
  key: string;
  vSwitch: VSwitch;
  pressure: Pressure;
  /** Whole aligned /28 blocks without an address in use; null where they cannot be told. */
  freeBlocks: number | null;
  /** The worst finding about it. */
  worst: Severity | null;
  filledBy: FilledPart[];
};

export type VSwitchFigures = {
  /** All that count, and those of them whose CIDR and count are known. */
  all: number;
  known: number;
  /** Those at the high threshold or above. */
  full: number;
  /** Those that can be measured, those of them without a whole free /28, and those of these that use prefixes. */
  measured: number;
  withoutBlock: number;
  withoutBlockUsingPrefixes: number;
};

/** The vSwitches that filters mean: those that hold an ENI which the filters keep. */
export function concernedVSwitches(
  facts: readonly VSwitchFacts[],
  keep: ((eni: Eni) => boolean) | null,
): readonly VSwitchFacts[] {
  return keep === null ? facts : facts.filter(({ enis }) => enis.some(({ eni }) => keep(eni)));
}

/**
 * Counts vSwitches.
 * @param highPercent from how many percent a vSwitch is called full
 */
export function vSwitchFigures(facts: readonly VSwitchFacts[], highPercent: number): VSwitchFigures {
  const known = facts.filter(({ pressure }) => pressure !== null);
  const measured = facts.filter(({ measures }) => measures !== null && measures.mostBlocks > 0);
  const without = measured.filter(({ measures }) => measures !== null && lacksBlock(measures));
  return {
    all: facts.length,
    known: known.length,
    full: known.filter(({ pressure }) => isFull(pressure as Pressure, highPercent)).length,
    measured: measured.length,
    withoutBlock: without.length,
    withoutBlockUsingPrefixes: without.filter(({ prefixes }) => prefixes > 0).length,
  };
}

/** vSwitches whose share is known, the fullest first, as the table of IP usage has them. */
export function fullestFirst(facts: readonly VSwitchFacts[], findings: readonly Finding[]): FullVSwitch[] {
  const worst = worstByVSwitch(findings);
  return facts
    .flatMap((each): FullVSwitch[] => {
      const { vSwitch, pressure, measures } = each;
      if (pressure === null) return [];
      const key = vSwitchKey(vSwitch);
      const freeBlocks = measures?.freeBlocks ?? null;
      return [
        { key, vSwitch, pressure, freeBlocks, worst: worst.get(key) ?? null, filledBy: filledBy(each) },
      ];
    })
    .sort((a, b) => b.pressure.share - a.pressure.share || (a.key < b.key ? -1 : 1));
}
