import { runSteps } from '@/lib/steps/run-steps';
import { type CompareBy, type CountBy, isPairBy, type PairBy, tagKeyOf } from './compare-by';
import { type Counted, countSteps, VALUE_KINDS } from './count-values';
import type { CompareField } from './fields';
import { PAIR_KINDS, type Paired, pairSteps } from './pair-enis';
import type { Side } from './side';
import { type SideTotals, totalSteps } from './totals';

/** Two sides beside each other. */
export type Comparison = {
  here: Side;
  there: Side;
  totals: { here: SideTotals; there: SideTotals };
} & ({ by: PairBy; paired: Paired } | { by: CountBy; counted: Counted });

/**
 * How many things are compared: ENIs or names that are paired, or values that are counted. `untold`: not before more has
 * been read; `several`: names that several ENIs have.
 */
export type Summary = { different: number; same: number; untold: number; several: number };

const DIFFERENCES: readonly string[] = ['different', 'onlyHere', 'onlyThere'];

/** How many differ, are the same, and cannot be compared. */
export function summaryOf(comparison: Comparison): Summary {
  const sizes: [string, number][] =
    'paired' in comparison
      ? PAIR_KINDS.map((kind) => [kind, comparison.paired.rows[kind].length])
      : VALUE_KINDS.map((kind) => [kind, comparison.counted.rows[kind].length]);
  const summary: Summary = { different: 0, same: 0, untold: 0, several: 0 };
  for (const [kind, size] of sizes) {
    if (kind === 'same' || kind === 'several') summary[kind] += size;
    else if (DIFFERENCES.includes(kind)) summary.different += size;
    else summary.untold += size;
  }
  return summary;
}

const NEEDED: Record<Exclude<CompareBy, `tag:${string}`>, readonly CompareField[]> = {
  eni: [],
  name: ['name'],
  owner: ['tags', 'description', 'name', 'managed', 'instance'],
  vswitch: ['vswitch'],
};

/**
 * Whether a side says what it takes to compare by something.
 * @param columns those of its file, null for whole ENIs
 */
export function saysBy({ fields }: Side, columns: readonly string[] | null, by: CompareBy): boolean {
  if (fields === null) return true;
  const key = tagKeyOf(by);
  if (key !== null) return fields.has('tags') || (columns?.includes(`tag:${key}`) ?? false);
  return NEEDED[by as keyof typeof NEEDED].every((field) => fields.has(field));
}

/**
 * Compares two sides.
 * @yields often enough for a page to be drawn in between
 */
export function* comparisonSteps(here: Side, there: Side, by: CompareBy): Generator<void, Comparison, void> {
  const totals = { here: yield* totalSteps(here), there: yield* totalSteps(there) };
  if (isPairBy(by)) return { here, there, totals, by, paired: yield* pairSteps(here, there, by) };
  return { here, there, totals, by, counted: yield* countSteps(here, there, by) };
}

/** Compares two sides; see {@link comparisonSteps}. */
export function compareSides(here: Side, there: Side, by: CompareBy): Comparison {
  return runSteps(comparisonSteps(here, there, by));
}
