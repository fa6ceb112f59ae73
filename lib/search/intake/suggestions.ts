import type { Eni } from '@/lib/eni/eni';
import { isNameKind, type NameOf, NO_NAMES } from '@/lib/eni/names';
import { FILTER_KEYS, type FilterKey, filterOf } from '../filters';
import { escapeText } from '../list-text';

/** A value that loaded rows hold, in its URL spelling, as people read it, and how many rows hold it. */
export type ValueCount = { value: string; text: string; count: number };

/** Keys whose values are few or telling enough to be offered while someone types. */
const OFFERED: readonly FilterKey[] = FILTER_KEYS.filter(
  (key) => !['created', 'ips', 'q', 'ip', 'prefix', 'ipv6', 'description'].includes(key),
);

function valuesOf(key: FilterKey, eni: Eni): string[] {
  const definition = filterOf(key);
  switch (definition.kind) {
    case 'bool': {
      const flag = definition.read(eni);
      return flag === null ? [] : [String(flag)];
    }
    case 'number': {
      const number = definition.read(eni);
      return number === null ? [] : [String(number)];
    }
    case 'block': {
      const { addresses, prefixes } = definition.read(eni);
      return [...addresses, ...prefixes].filter((text) => text !== null);
    }
    case 'tag':
      return definition.read(eni).map((tag) => {
        const name = escapeText(tag.key, ':');
        return tag.value === '' ? name : `${name}:${escapeText(tag.value, '*')}`;
      });
    case 'glob':
      return definition.read(eni).flatMap((text) => (text === null ? [] : escapeText(text, '*')));
    case 'age':
    case 'text':
    case 'mixed':
      return [];
    case 'mac':
      return definition.read(eni).flatMap((mac) => mac?.toLowerCase() ?? []);
    default:
      return definition.read(eni).filter((text) => text !== null);
  }
}

function count(key: FilterKey, enis: readonly Eni[]): ValueCount[] {
  const counts = new Map<string, number>();
  for (const eni of enis) {
    const values = valuesOf(key, eni);
    for (const value of values.length > 1 ? new Set(values) : values)
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.map(([value, rows]) => ({ value, text: value.replace(/\\(.)/gsu, '$1'), count: rows }));
}

const counted = new WeakMap<readonly Eni[], Map<FilterKey, ValueCount[]>>();

/** The values of a filter among the rows, the most frequent first. Counted once for a list of rows. */
export function valueCounts(key: FilterKey, enis: readonly Eni[]): readonly ValueCount[] {
  const known = counted.get(enis) ?? new Map<FilterKey, ValueCount[]>();
  counted.set(enis, known);
  const found = known.get(key) ?? count(key, enis);
  known.set(key, found);
  return found;
}

export type Suggestion = ValueCount & { key: FilterKey };

/** Whether a value, or the name of what it is the id of, begins with the text (0) or holds it (1); null for neither. */
function rankOf(wanted: string, key: FilterKey, text: string, nameOf: NameOf): 0 | 1 | null {
  const name = isNameKind(key) ? (nameOf(text) ?? '').toLowerCase() : '';
  const places = [text.toLowerCase().indexOf(wanted), name.indexOf(wanted)];
  if (places.includes(0)) return 0;
  return places.some((at) => at > 0) ? 1 : null;
}

/**
 * Values of loaded rows that hold the text, in themselves or in the name of an id; those that begin with it first. A
 * step for each filter, as to count its values takes a while the first time.
 */
export function* suggestValues(
  text: string,
  enis: readonly Eni[],
  nameOf: NameOf = NO_NAMES,
  most = 6,
): Generator<void, Suggestion[]> {
  const wanted = text.trim().toLowerCase();
  if (wanted.length < 2) return [];
  const found: (Suggestion & { rank: number })[] = [];
  for (const key of OFFERED) {
    for (const each of valueCounts(key, enis)) {
      const rank = rankOf(wanted, key, each.text, nameOf);
      if (rank === null) continue;
      found.push({ ...each, key, rank });
      if (found.length > 400) break;
    }
    yield;
  }
  found.sort((a, b) => a.rank - b.rank || b.count - a.count);
  return found.slice(0, most).map(({ rank: _, ...suggestion }) => suggestion);
}
