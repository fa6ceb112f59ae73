import type { Eni } from '@/lib/eni/eni';
import type { CopySource } from '@/lib/export/copy-as';
import { type Extent, isWhole } from '@/lib/search/reading/coverage';
import type { Reading } from '@/lib/search/reading/merge';
import type { Search } from '@/lib/search/search';
import type { TableColumn } from '@/lib/search/table/columns';

/** What may be copied: the rows that were picked, or all rows of a search read so far. */
export type CopyRows = {
  enis: readonly Eni[];
  search: Search;
  reading: Extent & Pick<Reading, 'asOf'>;
  columns: readonly TableColumn[];
  /** The user picked the rows; otherwise they are the rows of the search read so far. */
  isSelection: boolean;
};

/** The words that go into what is copied, in the reader's language. */
export type CopyWords = {
  column: (column: TableColumn) => string;
  field: (name: 'search' | 'scope' | 'asOf' | 'rows') => string;
  rows: (count: number, coverage: 'selected' | 'complete' | 'partial') => string;
  noFilter: string;
};

/** The rows with the words around them. */
export function toCopySource(
  { enis, search, reading, columns, isSelection }: CopyRows,
  words: CopyWords,
  searchText: string,
  from: Pick<CopySource, 'origin' | 'writer'>,
): CopySource {
  const { accounts, regions } = reading.scope;
  const coverage = isSelection ? 'selected' : isWhole(reading) ? 'complete' : 'partial';
  return {
    enis,
    search,
    scope: reading.scope,
    isSelection,
    columns: columns.map((column) => [column, words.column(column)] as const),
    provenance: [
      [words.field('search'), searchText === '' ? words.noFilter : searchText],
      [words.field('scope'), `${accounts.join(', ')} / ${regions.join(', ')}`],
      ...(reading.asOf === null ? [] : [[words.field('asOf'), reading.asOf] as const]),
      [words.field('rows'), words.rows(enis.length, coverage)],
    ],
    ...from,
  };
}
