import type { Eni } from '@/lib/eni/eni';
import { findFilters } from '@/lib/search/filter-words';
import type { FilterKey } from '@/lib/search/filters';
import { type IntakeReading, readIntake } from '@/lib/search/intake';
import { keepTerm } from '@/lib/search/keep';
import type { FilterTerm } from '@/lib/search/search';
import { type NameOf, suggestValues } from '@/lib/search/suggestions';

/** A line under the field: a reading of the text, a value of loaded rows, or a filter to begin with. `count` is of loaded rows. */
export type IntakeOption =
  | { section: 'readsAs'; term: FilterTerm; reading: IntakeReading; count: number | null }
  | { section: 'loadedValues'; term: FilterTerm; count: number | null }
  | { section: 'startFilter'; key: FilterKey };

/** Looking through more rows than this would be felt while typing. */
const MOST_ROWS = 10_000;

/** Most filters offered beside readings; an empty field offers all of them. */
const MOST_KEYS = 5;

/**
 * What can be made of the text, the likeliest first. Where a text begins the name of a filter and has no form of its
 * own, that is likelier than words.
 * Values come from the first rows only where there are very many, and then nothing is counted; `null` for `enis` is
 * what can be said at once, without a look at the rows.
 */
export function intakeOptions(
  text: string,
  enis: readonly Eni[] | null,
  labelOf: (key: FilterKey) => string,
  now: number,
  nameOf?: NameOf,
): IntakeOption[] {
  const keys = findFilters(text.replace(/[:=]\s*$/, ''), labelOf).map(
    (key): IntakeOption => ({ section: 'startFilter', key }),
  );
  if (text.trim() === '') return keys;
  const rows = enis && enis.length > MOST_ROWS ? enis.slice(0, MOST_ROWS) : enis;
  const canCount = enis !== null && rows === enis;
  const readings = readIntake(text).map((reading): IntakeOption => {
    const count = canCount ? enis.filter(keepTerm(reading.term, now)).length : null;
    return { section: 'readsAs', term: reading.term, reading, count };
  });
  const values = suggestValues(text, rows ?? [], nameOf).map(
    ({ key, value, count }): IntakeOption => ({
      section: 'loadedValues',
      term: { key, negated: false, values: [value] },
      count: canCount ? count : null,
    }),
  );
  const asked = /[:=]\s*$/.test(text) ? keys : [];
  return asked.length > 0 ? asked : [...readings, ...values, ...keys.slice(0, MOST_KEYS)];
}
