import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { worstByVSwitch } from '@/lib/findings/by-subject';
import type { Finding, Severity } from '@/lib/findings/finding';
import type { VSwitchFacts } from '@/lib/findings/vswitch-facts';
import type { Figures } from '@/lib/usage/figures';
import { lacksBlock } from '@/lib/usage/measure';
import { isFull } from '@/lib/usage/pressure';
import { vSwitchKey } from '@/lib/usage/vswitches';
import { type FilledPart, filledBy } from './filled-by';

/** A vSwitch as a row of the overview. */
export type FullVSwitch = {
  key: string;
  vSwitch: VSwitch;
  figures: Figures & { share: number };
  /** Whole aligned /28 blocks without an address in use; null where they cannot be told. */
  freeBlocks: number | null;
  /** The worst finding about it. */
  worst: Severity | null;
  filledBy: FilledPart[];
};

export type VSwitchFigures = {
  /** The number of vSwitches that count, and of those whose share is known. */
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
  const known = facts.filter(({ figures }) => figures.share !== null);
  const measured = facts.filter(({ measures }) => measures !== null && measures.mostBlocks > 0);
  const without = measured.filter(({ measures }) => measures !== null && lacksBlock(measures));
  return {
    all: facts.length,
    known: known.length,
    full: known.filter(({ figures }) => isFull(figures, highPercent)).length,
    measured: measured.length,
    withoutBlock: without.length,
    withoutBlockUsingPrefixes: without.filter(({ prefixes }) => prefixes > 0).length,
  };
}

/** vSwitches whose share is known, the fullest first, in the order of the table of IP usage. */
export function fullestFirst(facts: readonly VSwitchFacts[], findings: readonly Finding[]): FullVSwitch[] {
  const worst = worstByVSwitch(findings);
  return facts
    .flatMap((each): FullVSwitch[] => {
      const { vSwitch, figures, measures } = each;
      const { share } = figures;
      if (share === null) return [];
      const key = vSwitchKey(vSwitch);
      const freeBlocks = measures?.freeBlocks ?? null;
      return [
        {
          key,
          vSwitch,
          figures: { ...figures, share },
          freeBlocks,
          worst: worst.get(key) ?? null,
          filledBy: filledBy(each),
        },
      ];
    })
    .sort((a, b) => b.figures.share - a.figures.share || (a.key < b.key ? -1 : 1));
}
