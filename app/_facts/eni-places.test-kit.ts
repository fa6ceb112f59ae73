import { type CompareField, fieldOf } from '@/lib/compare/fields';
import type { Eni } from '@/lib/eni/eni';
import { cellOf, type ExportColumn, LIST_SEPARATOR } from '@/lib/export/export-columns';
import { rowsOf } from '@/lib/export/rows';
import { type FacetId, facetReader } from '@/lib/search/facets/facets';
import type { FilterKey } from '@/lib/search/filters';
import { keepTerm } from '@/lib/search/keep';
import { columnDefinition, type TableColumn } from '@/lib/search/table/columns';
import type { Shown } from './eni-shown.test-kit';
import { textOf } from './shown.test-kit';

/** The text of a place for a fact. Lists are joined by {@link LIST_SEPARATOR}; an absent value is "". */
export type Places = Record<string, string | number | null | undefined>;

/**
 * An ENI at all its places. `copy` is the ENI as JSON, parsed again; `shown` is what table and drawer draw, not done
 * for every ENI, as it takes long.
 */
export type EniPlaces = { eni: Eni; copy: Eni; shown: Shown | null; all: readonly Eni[]; now: number };

export const list = (items: readonly string[]) => items.join(LIST_SEPARATOR);

export function csv({ eni }: EniPlaces, column: ExportColumn): string {
  const [row] = rowsOf([eni], 'eni');
  return String((row && cellOf(column, row)) ?? '');
}

export const sort = ({ eni }: EniPlaces, column: TableColumn) => columnDefinition(column).read(eni) ?? '';

export const compared = ({ eni }: EniPlaces, field: CompareField) => list(fieldOf(field).read(eni));

export const facet = ({ eni }: EniPlaces, id: FacetId) =>
  list(facetReader(id)(eni).filter((text) => text !== null));

export const keeps = ({ eni, now }: EniPlaces, key: FilterKey, value: string) =>
  keepTerm({ key, negated: false, values: [value] }, now)(eni);

/** Which of the values that ENIs have for something the filter finds on this one, in the order of `own`. */
export function filtered(
  at: EniPlaces,
  key: FilterKey,
  valuesOf: (eni: Eni) => readonly (string | null)[],
  spell = (text: string) => text,
) {
  const own = valuesOf(at.eni).filter((text) => text !== null);
  const others = at.all.flatMap(valuesOf).filter((text) => text !== null);
  const matched = [...new Set([...own, ...others])].filter((text) => keeps(at, key, spell(text)));
  return list(
    matched.filter((text) => !own.includes(text)).concat(own.filter((text) => matched.includes(text))),
  );
}

/** A cell of a list: what it shows first, and how many more it says there are. */
export function firstAndMore(markup: string): string {
  const [first = '', more] = markup.split('<span title="');
  const count = /^[^"]*?([\d,]+)/.exec(more ?? '')?.[1] ?? '0';
  return `${textOf(first)} +${count.replaceAll(',', '')}`.replace(/^ \+0$/, '');
}

export const firstOf = (items: readonly string[]) =>
  items.length === 0 ? '' : `${items[0]} +${items.length - 1}`;

export const text = (value: string | number | boolean | null) => String(value ?? '');
