import type { Eni } from '@/lib/eni/eni';
import { textsOf } from '@/lib/eni/field-values';
import { dayOf } from '@/lib/eni/moment';
import { type FilterKey, filterOf, isFilterKey } from '../filters';
import { parseValue } from '../kinds';
import { escapeText } from '../list-text';
import type { FilterTerm, Search } from '../search';
import { addTerm, withoutValue } from '../terms';
import { columnDefinition, isColumnId, type TableColumn, tagKeyOf } from './columns';

/** The filter that a column shows the field of: the one that it shares its label with, or its name. */
export function filterOfColumn(column: TableColumn): FilterKey | null {
  const { label } = columnDefinition(column);
  const key = label.startsWith('filter.') ? label.slice('filter.'.length) : column;
  return isFilterKey(key) ? key : null;
}

function tagSpelling({ key, value }: Eni['tags'][number]): string {
  return `${escapeText(key, ':')}:${escapeText(value, '*')}`;
}

/** An ENI's values for a filter, in URL spelling; ages by their day. */
function spellings(key: FilterKey, eni: Eni): readonly (string | null)[] {
  const definition = filterOf(key);
  switch (definition.kind) {
    case 'bool': {
      const flag = definition.read(eni);
      return [flag === null ? null : String(flag)];
    }
    case 'number': {
      const number = definition.read(eni);
      return [number === null ? null : String(number)];
    }
    case 'age': {
      const moment = definition.read(eni);
      return [moment === null ? null : dayOf(moment)];
    }
    case 'block': {
      const { addresses, prefixes } = definition.read(eni);
      return [...addresses, ...prefixes];
    }
    case 'tag':
      return definition.read(eni).map(tagSpelling);
    case 'glob':
      return definition.read(eni).map((text) => text && escapeText(text, '*'));
    case 'mac':
    case 'word':
    case 'id':
    case 'choice':
      return definition.read(eni);
    case 'text':
    case 'mixed':
      return [];
  }
}

/**
 * The values that a cell shows, as a filter would ask for them: canonical, once each, none that no URL may hold. The
 * column of one tag key has the values of that key.
 */
export function cellValues(eni: Eni, column: TableColumn): string[] {
  const key = filterOfColumn(column);
  if (key === null) return [];
  const tagKey = isColumnId(column) ? null : tagKeyOf(column);
  const texts =
    tagKey === null ? spellings(key, eni) : eni.tags.filter((tag) => tag.key === tagKey).map(tagSpelling);
  const { kind, known } = filterOf(key);
  const values = texts.flatMap((text) => {
    const parsed = text === null || text === '' ? null : parseValue(kind, text, known, true);
    return parsed?.ok ? [parsed.value] : [];
  });
  return [...new Set(values)];
}

/** The cell as plain text: all that it lists, an ENI without a name as its id. Null where it is empty. */
export function cellText(eni: Eni, column: TableColumn): string | null {
  const { tell, read } = columnDefinition(column);
  const told = tell(eni) ?? read(eni);
  const isTags = column === 'tags';
  const texts = isTags
    ? eni.tags.map(({ key, value }) => (value === '' ? key : `${key}:${value}`))
    : textsOf(told);
  return texts.length === 0 ? null : texts.join('\n');
}

/** Asks for a value and no other of its filter. Tags stand side by side, so one more is asked for. */
export function includeOnly(search: Search, { key, values }: FilterTerm): Search {
  const terms = search.terms.flatMap((term) => {
    if (term.key !== key) return [term];
    if (!term.negated && key !== 'tag') return [];
    if (!term.negated) return [term];
    const rest = values.reduce(withoutValue, term);
    return rest.values.length > 0 ? [rest] : [];
  });
  return addTerm({ ...search, terms }, { key, negated: false, values });
}

/** Asks for everything but a value, and no longer for the value itself. */
export function excludeToo(search: Search, { key, values }: FilterTerm): Search {
  const terms = search.terms.flatMap((term) => {
    if (term.key !== key || term.negated) return [term];
    const rest = values.reduce(withoutValue, term);
    return rest.values.length > 0 ? [rest] : [];
  });
  return addTerm({ ...search, terms }, { key, negated: true, values });
}
