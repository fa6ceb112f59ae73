import type { Eni } from '@/lib/eni/eni';
import type { NameOf } from '@/lib/eni/names';
import { isNameKind } from '@/lib/eni/names';
import { type FilterKey, filterOf } from '@/lib/search/filters';
import { valueCounts } from '@/lib/search/intake/suggestions';
import { readValue } from '@/lib/search/intake/typed-values';
import type { FilterTerm } from '@/lib/search/search';

/** A value that an editor offers; `count` is of loaded rows, null if such a count says nothing. */
export type ValueOption = { value: string; isChosen: boolean; count: number | null };

const MOST = 50;
const AGES = ['<1d', '<7d', '<30d', '>30d', '>90d', '>365d'];

/** Values that a key has whatever rows are loaded. */
function standing(key: FilterKey): readonly string[] {
  const { kind, known, ...rest } = filterOf(key);
  if (kind === 'age') return AGES;
  return kind === 'bool' || ('presence' in rest && rest.presence) ? ['true', 'false'] : (known ?? []);
}

/** Whether a key's list contains all of its values, so that nothing needs to be typed. */
export function isClosed(key: FilterKey): boolean {
  const { kind } = filterOf(key);
  return kind === 'bool' || kind === 'choice';
}

/** The values an editor offers: the chosen ones, then those of the key and of rows, whose text or name has the text. */
export function valueOptions(
  term: FilterTerm,
  enis: readonly Eni[],
  text: string,
  nameOf: NameOf = () => null,
): ValueOption[] {
  const { key, values } = term;
  const counts = new Map(valueCounts(key, enis).map((each) => [each.value, each.count]));
  const wanted = text.trim().toLowerCase();
  const holds = (each: string | null) => each?.toLowerCase().includes(wanted) === true;
  const offered = [...standing(key), ...counts.keys()].filter(
    (value) => !values.includes(value) && (holds(value) || (isNameKind(key) && holds(nameOf(value)))),
  );
  const option = (isChosen: boolean) => (value: string) => ({
    value,
    isChosen,
    count: counts.get(value) ?? (filterOf(key).kind === 'word' || isClosed(key) ? 0 : null),
  });
  const open = [...new Set(offered)].filter((value) => readValue(key, value) === value).slice(0, MOST);
  return [...values.map(option(true)), ...open.map(option(false))];
}
