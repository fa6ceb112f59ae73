import { runSteps } from '@/lib/steps/run-steps';
import { sortSteps } from '@/lib/steps/sort-steps';
import { type CountBy, valueReader } from './compare-by';
import type { Side } from './side';

/**
 * What can be said about a value. The first three are differences; `open` is on both sides, one of which has not been
 * read to the end, so that its number may still grow.
 */
export const VALUE_KINDS = [
  'onlyHere',
  'onlyThere',
  'different',
  'unseenThere',
  'unseenHere',
  'open',
  'same',
] as const;

export type ValueKind = (typeof VALUE_KINDS)[number];

/** How many ENIs of each side have a value; null are those without one. */
export type ValueRow = { kind: ValueKind; value: string | null; here: number; there: number };

export type Counted = {
  rows: Readonly<Record<ValueKind, readonly ValueRow[]>>;
  /** The largest count of a side, which the bars are measured by. */
  most: number;
};

/** Rows looked at in one step. */
const STEP = 2000;

function kindOf(numbers: Pick<ValueRow, 'here' | 'there'>, here: Side, there: Side): ValueKind {
  if (numbers.there === 0) return there.isWhole ? 'onlyHere' : 'unseenThere';
  if (numbers.here === 0) return here.isWhole ? 'onlyThere' : 'unseenHere';
  if (!here.isWhole || !there.isWhole) return 'open';
  return numbers.here === numbers.there ? 'same' : 'different';
}

const apart = ({ here, there }: ValueRow) => Math.abs(here - there);

/** The largest difference first, those without a value last. */
function byDifference(a: ValueRow, b: ValueRow): number {
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
  return apart(b) - apart(a) || b.here - a.here || (a.value < b.value ? -1 : 1);
}

/**
 * How many ENIs of two sides have each value.
 * @yields often enough for a page to be drawn in between
 */
export function* countSteps(here: Side, there: Side, by: CountBy): Generator<void, Counted, void> {
  const read = valueReader(by);
  const numbers = new Map<string | null, { here: number; there: number }>();
  for (const [name, { enis }] of [
    ['here', here],
    ['there', there],
  ] as const)
    for (const [at, eni] of enis.entries()) {
      if (at % STEP === 0) yield;
      const value = read(eni);
      const known = numbers.get(value) ?? { here: 0, there: 0 };
      numbers.set(value, known);
      known[name]++;
    }
  const rows = Object.fromEntries(VALUE_KINDS.map((kind) => [kind, [] as ValueRow[]])) as Record<
    ValueKind,
    ValueRow[]
  >;
  let most = 0;
  for (const [value, each] of numbers) {
    const kind = kindOf(each, here, there);
    rows[kind].push({ kind, value, ...each });
    most = Math.max(most, each.here, each.there);
  }
  for (const kind of VALUE_KINDS) rows[kind] = yield* sortSteps(rows[kind], byDifference);
  return { rows, most };
}

/** How many ENIs of two sides have each value; see {@link countSteps}. */
export function countValues(here: Side, there: Side, by: CountBy): Counted {
  return runSteps(countSteps(here, there, by));
}
