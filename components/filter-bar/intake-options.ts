import type { Eni } from '@/lib/eni/eni';
import type { NameOf } from '@/lib/eni/names';
import { findFilters } from '@/lib/search/filter-words';
import type { FilterKey } from '@/lib/search/filters';
import { type IntakeReading, readIntake } from '@/lib/search/intake/intake';
import { readPhrase } from '@/lib/search/intake/phrases';
import { suggestValues } from '@/lib/search/intake/suggestions';
import { keepTerm } from '@/lib/search/keep';
import type { FilterTerm } from '@/lib/search/search';

/** A line under the field: filters that the text says in plain words, a reading of it, a value of loaded rows, or a filter to begin with. `count` is of loaded rows. */
export type IntakeOption =
  | { section: 'phrase'; terms: readonly FilterTerm[]; count: number | null }
  | { section: 'readsAs'; term: FilterTerm; reading: IntakeReading; count: number | null }
  | { section: 'loadedValues'; term: FilterTerm; count: number | null }
  | { section: 'startFilter'; key: FilterKey };

/** Searching more rows than this would delay the typing. */
const MOST_ROWS = 10_000;

/** Most filters offered beside readings; an empty field offers all of them. */
const MOST_KEYS = 5;

const heads = new WeakMap<readonly Eni[], readonly Eni[]>();

/** The rows to search; the same list each time, as its values are counted once per list. */
function headOf(enis: readonly Eni[]): readonly Eni[] {
  if (enis.length <= MOST_ROWS) return enis;
  const head = heads.get(enis) ?? enis.slice(0, MOST_ROWS);
  heads.set(enis, head);
  return head;
}

type LabelOf = (key: FilterKey) => string;

/** A filter begun by its name alone, followed by the character that precedes a value. */
const BEGINS_FILTER = /[:=]\s*$/;

const filtersOf = (text: string, labelOf: LabelOf) =>
  findFilters(text.replace(BEGINS_FILTER, ''), labelOf).map(
    (key): IntakeOption => ({ section: 'startFilter', key }),
  );

/** A phrase in plain words most likely means these filters, so it comes first; its words remain searchable as text. */
function phraseOf(text: string, countOf: (terms: readonly FilterTerm[]) => number | null): IntakeOption[] {
  const terms = readPhrase(text);
  return terms === null ? [] : [{ section: 'phrase', terms, count: countOf(terms) }];
}

function inOrder(text: string, readings: IntakeOption[], values: IntakeOption[], keys: IntakeOption[]) {
  if (text.trim() === '' || (keys.length > 0 && BEGINS_FILTER.test(text))) return keys;
  return [...readings, ...values, ...keys.slice(0, MOST_KEYS)];
}

/**
 * Readings of the text that need no rows, the likeliest first. If a text begins the name of a filter and has no form of
 * its own, that filter is likelier than a search for words.
 */
export function intakeOptions(text: string, labelOf: LabelOf): IntakeOption[] {
  const readings = readIntake(text).map(
    (reading): IntakeOption => ({ section: 'readsAs', term: reading.term, reading, count: null }),
  );
  const phrase = phraseOf(text, () => null);
  return inOrder(text, [...phrase, ...readings], [], filtersOf(text, labelOf));
}

/**
 * {@link intakeOptions} with values of loaded rows, in steps. If there are very many rows, values come from the first
 * ones only, and nothing is counted.
 * @param now the moment from which ages are counted, in ms since the epoch
 */
export function* intakeSteps(
  text: string,
  enis: readonly Eni[],
  labelOf: LabelOf,
  now: number,
  nameOf?: NameOf,
): Generator<void, { text: string; options: IntakeOption[] }> {
  const rows = headOf(enis);
  const canCount = rows === enis;
  const readings = phraseOf(text, (terms) =>
    canCount ? enis.filter((eni) => terms.every((term) => keepTerm(term, now)(eni))).length : null,
  );
  yield;
  for (const reading of readIntake(text)) {
    const count = canCount ? enis.filter(keepTerm(reading.term, now)).length : null;
    readings.push({ section: 'readsAs', term: reading.term, reading, count });
    yield;
  }
  const values = (yield* suggestValues(text, rows, nameOf)).map(
    ({ key, value, count }): IntakeOption => ({
      section: 'loadedValues',
      term: { key, negated: false, values: [value] },
      count: canCount ? count : null,
    }),
  );
  return { text, options: inOrder(text, readings, values, filtersOf(text, labelOf)) };
}
