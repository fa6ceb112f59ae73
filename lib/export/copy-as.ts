import type { Eni } from '@/lib/eni/eni';
import { addressesOf } from '@/lib/eni/eni-address';
import type { EnisPage } from '@/lib/eni/page';
import type { Search } from '@/lib/search/search';
import type { TableColumn } from '@/lib/search/table/columns';
import { type CallWriter, cliCallsOfSearch, cliCallsOfSelection } from './cli';
import { curlOfSearch, curlsOfSelection } from './copy-as-links';
import { type CsvValue, csvLines } from './csv';
import { cellOf } from './export-columns';
import { markdownTable } from './markdown';
import { rowsOf } from './rows';
import { terraformImports } from './terraform';

/** The forms in which rows or a search can be copied. */
export const COPY_FORMS = [
  'ids',
  'addresses',
  'csv',
  'json',
  'markdown',
  'cli',
  'terraform',
  'curl',
] as const;
export type CopyForm = (typeof COPY_FORMS)[number];

/**
 * The rows to copy: the rows of a selection are all that is meant, while the rows of a search are those read so far.
 * `columns` are those of a table with the words of their headers, `provenance` the words for where the rows come from.
 */
export type CopySource = {
  enis: readonly Eni[];
  search: Search;
  scope: EnisPage['scope'];
  isSelection: boolean;
  columns: readonly (readonly [column: TableColumn, label: string])[];
  provenance: readonly (readonly [name: string, says: string])[];
  /** The origin of this dashboard, such as `https://eni.example.com`. */
  origin: string;
  /** The person that commands are written for. */
  writer: CallWriter;
};

/** Rows of CSV that are written at once. */
const CSV_ROWS = 500;

function* cellsOf({ enis, columns }: CopySource): Generator<CsvValue[]> {
  for (const row of rowsOf(enis, 'eni')) yield columns.map(([column]) => cellOf(column, row));
}

function* csvRows(source: CopySource): Generator<string> {
  // A clipboard needs no mark of its encoding.
  yield csvLines([source.columns.map(([, label]) => label)]);
  let rows: CsvValue[][] = [];
  for (const row of cellsOf(source)) {
    rows.push(row);
    if (rows.length < CSV_ROWS) continue;
    yield csvLines(rows);
    rows = [];
  }
  yield csvLines(rows);
}

function* jsonRows(enis: readonly Eni[]): Generator<string> {
  yield '[';
  for (const [at, eni] of enis.entries()) yield `${at === 0 ? '\n' : ',\n'}${JSON.stringify(eni)}`;
  yield enis.length === 0 ? ']\n' : '\n]\n';
}

function* lines(enis: readonly Eni[], read: (eni: Eni) => readonly string[]): Generator<string> {
  for (const eni of enis) for (const line of read(eni)) yield `${line}\n`;
}

const FORMS: Record<CopyForm, (source: CopySource) => Iterable<string>> = {
  ids: ({ enis }) => lines(enis, ({ id }) => [id]),
  addresses: ({ enis }) => lines(enis, (eni) => addressesOf(eni).map(({ address }) => address)),
  csv: csvRows,
  json: ({ enis }) => jsonRows(enis),
  markdown: (source) =>
    markdownTable(
      source.columns.map(([, label]) => label),
      cellsOf(source),
      source.provenance,
    ),
  cli: ({ isSelection, enis, search, scope, writer }) =>
    isSelection ? cliCallsOfSelection(enis, writer) : [cliCallsOfSearch(search, scope, writer)],
  terraform: ({ enis }) => terraformImports(enis),
  curl: ({ isSelection, enis, search, origin, writer: { shell } }) =>
    isSelection ? curlsOfSelection(origin, enis, shell) : [curlOfSearch(origin, search, shell)],
};

/** The text of a form, piece by piece, so that a hundred thousand rows need not be written at once. */
export function copyPieces(form: CopyForm, source: CopySource): Iterable<string> {
  return FORMS[form](source);
}
