import type { Eni } from '@/lib/eni/eni';
import { keepTerm } from '../keep';
import type { FilterTerm } from '../search';
import { type FacetId, facetReader, ownValues } from './facets';

/**
 * The values of a facet, row by row, each text as its place in `texts`: counting then compares numbers. Those of row
 * `n` are in `places` from `ends[n - 1]` to `ends[n]`. All of it only grows.
 */
type Column = { texts: string[]; placeOf: Map<string, number>; places: number[]; ends: number[] };

/** What is known about the rows of one reading, so that they are read once however often they are counted. */
export type FacetIndex = {
  rows: readonly Eni[];
  columns: Map<FacetId, Column>;
  /** Whether each row passes a filter that is no facet's, by its text: 0 or 1. */
  verdicts: Map<string, number[]>;
};

export function newFacetIndex(): FacetIndex {
  return { rows: [], columns: new Map(), verdicts: new Map() };
}

/** The counts of a facet. `texts` may have grown since: those past the end of `counts` belong to a later one. */
export type FacetCount = {
  texts: readonly string[];
  placeOf: ReadonlyMap<string, number>;
  counts: Uint32Array;
  /** Rows that count, and those of them that have no value. */
  rows: number;
  absent: number;
};

/** Rows read before the page is let live. */
const STEP = 2048;

/** Drops what is known of other rows; those that go on from the known ones keep it. */
function align(index: FacetIndex, rows: readonly Eni[]) {
  const goesOn = index.rows.length <= rows.length && index.rows.every((eni, at) => eni === rows[at]);
  if (!goesOn) Object.assign(index, newFacetIndex());
  index.rows = rows;
}

function* extend(column: Column, read: (eni: Eni) => readonly (string | null)[], rows: readonly Eni[]) {
  const { texts, placeOf, places, ends } = column;
  for (let at = ends.length; at < rows.length; at++) {
    const begin = places.length;
    for (const text of read(rows[at] as Eni)) {
      if (text === null) continue;
      let place = placeOf.get(text);
      if (place === undefined) {
        place = texts.push(text) - 1;
        placeOf.set(text, place);
      }
      // A row counts once for a value, however often it has it.
      if (places.length === begin || !places.includes(place, begin)) places.push(place);
    }
    ends.push(places.length);
    if (ends.length % STEP === 0) yield;
  }
}

type Test = { owner: number; passes: (row: number) => boolean };

/** A filter of a facet, by the places of its values. */
function columnTest({ placeOf, places, ends, texts }: Column, wanted: string[], negated: boolean) {
  const isWanted = new Uint8Array(texts.length);
  for (const text of wanted) {
    const place = placeOf.get(text);
    if (place !== undefined) isWanted[place] = 1;
  }
  return (row: number) => {
    const end = ends[row] ?? 0;
    for (let at = ends[row - 1] ?? 0; at < end; at++) if (isWanted[places[at] ?? 0] === 1) return !negated;
    return negated;
  };
}

/** Applies the filters that are no facet's to the rows, and forgets filters that are no longer set. */
function* judge(index: FacetIndex, terms: readonly FilterTerm[], now: number) {
  const verdicts = new Map<string, number[]>();
  const found: number[][] = [];
  for (const term of terms) {
    const text = `${term.negated} ${term.key} ${term.values.join()} ${now}`;
    const verdict = index.verdicts.get(text) ?? [];
    verdicts.set(text, verdict);
    found.push(verdict);
    const keep = keepTerm(term, now);
    while (verdict.length < index.rows.length) {
      verdict.push(keep(index.rows[verdict.length] as Eni) ? 1 : 0);
      if (verdict.length % STEP === 0) yield;
    }
  }
  index.verdicts = verdicts;
  return found;
}

type Counted = { column: Column; counts: Uint32Array; rows: number; absent: number };

function addRow(counted: Counted, row: number) {
  const { places, ends } = counted.column;
  const [begin, end] = [ends[row - 1] ?? 0, ends[row] ?? 0];
  counted.rows++;
  if (begin === end) counted.absent++;
  for (let at = begin; at < end; at++) {
    const place = places[at] ?? 0;
    counted.counts[place] = (counted.counts[place] ?? 0) + 1;
  }
}

/** The facet that a row counts for: -1 for every facet, -2 for none, else the only one whose filters the row fails. */
function countsFor(tests: readonly Test[], row: number): number {
  let only = -1;
  for (const { owner, passes } of tests) {
    if (owner === only && owner >= 0) continue;
    if (passes(row)) continue;
    if (owner < 0 || only >= 0) return -2;
    only = owner;
  }
  return only;
}

/**
 * Counts, for each facet, the rows that pass all filters but its own. Step by step, for {@link useSteps}.
 * @param index of the same reading as it was before; it is brought up to these rows
 * @param now ms since the epoch, when the rows were read; what ages count from
 */
export function* countFacets(
  index: FacetIndex,
  rows: readonly Eni[],
  terms: readonly FilterTerm[],
  facets: readonly FacetId[],
  now: number,
): Generator<void, Map<FacetId, FacetCount>, void> {
  align(index, rows);
  const counted: Counted[] = [];
  for (const facet of facets) {
    const column = index.columns.get(facet) ?? { texts: [], placeOf: new Map(), places: [], ends: [] };
    index.columns.set(facet, column);
    yield* extend(column, facetReader(facet), rows);
    counted.push({ column, counts: new Uint32Array(column.texts.length), rows: 0, absent: 0 });
  }
  const tests: Test[] = [];
  const others: FilterTerm[] = [];
  for (const term of terms) {
    const owner = facets.findIndex((facet) => ownValues(facet, term) !== null);
    const facet = facets[owner];
    const column = counted[owner]?.column;
    if (!facet || !column) others.push(term);
    else tests.push({ owner, passes: columnTest(column, ownValues(facet, term) ?? [], term.negated) });
  }
  for (const verdict of yield* judge(index, others, now))
    tests.push({ owner: -1, passes: (row) => verdict[row] === 1 });
  for (let row = 0; row < rows.length; row++) {
    const only = countsFor(tests, row);
    if (only === -1) for (const each of counted) addRow(each, row);
    else if (only >= 0) addRow(counted[only] as Counted, row);
    if (row % STEP === STEP - 1) yield;
  }
  return new Map(
    counted.map(({ column: { texts, placeOf }, ...count }, at) => [
      facets[at] as FacetId,
      { texts, placeOf, ...count },
    ]),
  );
}

/** How many rows have a value. */
export function countOf({ placeOf, counts }: FacetCount, text: string): number {
  return counts[placeOf.get(text) ?? -1] ?? 0;
}

/** How many values there are. */
export function valuesIn({ counts }: FacetCount): number {
  return counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
}

/** The values that the most rows have, the most first; of equally many in the order of their texts. */
export function topValues(
  { texts, counts }: FacetCount,
  most: number,
  isMeant: (text: string) => boolean = () => true,
): { text: string; count: number }[] {
  const isBefore = (a: number, b: number) => {
    const [m = 0, n = 0] = [counts[a], counts[b]];
    return m > n || (m === n && (texts[a] ?? '') < (texts[b] ?? ''));
  };
  const top: number[] = [];
  for (let place = 0; place < counts.length; place++) {
    if (counts[place] === 0) continue;
    const last = top[most - 1];
    if ((last !== undefined && !isBefore(place, last)) || !isMeant(texts[place] ?? '')) continue;
    const at = top.findIndex((each) => isBefore(place, each));
    top.splice(at < 0 ? top.length : at, 0, place);
    if (top.length > most) top.pop();
  }
  return top.map((place) => ({ text: texts[place] ?? '', count: counts[place] ?? 0 }));
}
