import { STEP } from '@/lib/changes/look';
import type { Eni } from '@/lib/eni/eni';
import { fieldOfKey } from '@/lib/eni/fields';
import { placeKey } from '@/lib/eni/place';
import type { FilterKey } from '@/lib/search/filters';
import { keepOf } from '@/lib/search/keep';
import { parseSearch } from '@/lib/search/params';
import { hasWiderTerms } from '@/lib/search/reading/narrow';
import { EMPTY_SEARCH, type FilterTerm } from '@/lib/search/search';
import { fieldsOfColumns } from './fields';
import type { SavedExport } from './saved-export';
import type { Side } from './side';

/** The side that an export is under some filters. */
export type ExportSide = {
  side: Side;
  /** Filters that its columns cannot answer, so that they leave nothing out of it. */
  unanswered: readonly FilterTerm[];
  /** Rows that the filters leave out. */
  leftOut: number;
};

/** The columns that a filter needs where it is not of one field; all of them. */
const NEEDS: Partial<Record<FilterKey, readonly string[]>> = {
  eni: ['id'],
  tag: ['tags'],
  ips: ['addresses'],
  ip: ['addresses', 'eip'],
  eip: ['eip'],
  ipv6: ['ipv6', 'prefix'],
  prefix: ['prefix'],
};

/** The columns that a filter needs; null where only a whole ENI tells. */
function columnsFor(key: FilterKey): readonly string[] | null {
  return NEEDS[key] ?? (fieldOfKey(key) ? [key] : null);
}

/** Whether a file with these columns can tell which of its ENIs a filter means. */
export function answers(columns: readonly string[] | null, { key }: FilterTerm): boolean {
  if (columns === null) return true;
  return columnsFor(key)?.every((column) => columns.includes(column)) ?? false;
}

/** Whether the file holds every ENI of its scope that the filters mean, but for the places that it failed to read. */
function isOfAll({ query, complete }: SavedExport['provenance'], terms: readonly FilterTerm[]): boolean {
  if (!complete || query === null) return false;
  const parsed = parseSearch(new URLSearchParams(query), ['format', 'shape', 'cols', 'by', 'sort']);
  return parsed.issues.length === 0 && hasWiderTerms(parsed.search.terms, terms);
}

/**
 * The side that an export is under some filters.
 * @yields often enough for a page to be drawn in between
 */
export function* exportSideSteps(
  saved: SavedExport,
  terms: readonly FilterTerm[],
): Generator<void, ExportSide, void> {
  const { columns, scope, failures } = saved.provenance;
  const unanswered = terms.filter((term) => !answers(columns, term));
  const asked = terms.filter((term) => !unanswered.includes(term));
  const keep = keepOf({ ...EMPTY_SEARCH, terms: asked }, Date.parse(saved.takenAt));
  const enis: Eni[] = [];
  for (const [at, eni] of saved.enis.entries()) {
    if (at % STEP === 0) yield;
    if (keep(eni)) enis.push(eni);
  }
  const hasAll = isOfAll(saved.provenance, terms);
  const unread = new Set(failures.map(placeKey));
  const regions = (scope?.regions ?? []).filter((region) =>
    scope?.accounts.every((account) => !unread.has(placeKey({ account, region }))),
  );
  return {
    side: {
      enis,
      isWhole: hasAll && unread.size === 0,
      readRegions: new Set(hasAll ? regions : []),
      fields: columns === null ? null : fieldsOfColumns(columns),
    },
    unanswered,
    leftOut: saved.enis.length - enis.length,
  };
}
