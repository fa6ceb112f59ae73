import type { Eni } from '@/lib/eni/eni';
import { isNameKind } from '@/lib/eni/names';
import {
  type ExportColumn,
  exportColumnNames,
  NAME_COLUMNS,
  parseExportColumn,
} from '@/lib/export/export-columns';
import { EXPORT_FORMATS, type ExportFormat, type ExportOptions } from '@/lib/export/export-options';
import type { Search } from '@/lib/search/search';
import { MOST_VALUES } from '@/lib/search/search';
import { BROWSER_COLUMNS, type TableColumn } from '@/lib/search/table/columns';
import type { Shape } from '@/lib/search/view';

/** What is chosen in the dialog. */
export type Choice = {
  what: 'all' | 'selected';
  format: ExportFormat;
  shape: Shape;
  columns: 'shown' | 'all';
  /** Where a CSV file says what it is: in lines of its own, or in a second file, so that it begins with its header. */
  provenance: 'inside' | 'beside';
};

/** Whether the choice makes two files. */
export const isParted = ({ format, provenance }: Choice) => format === 'csv' && provenance === 'beside';

/** As many ids as one search takes. */
export const MOST_SELECTED_XLSX = MOST_VALUES;

function allColumns({ format, shape }: Choice): ExportColumn[] | null {
  if (!EXPORT_FORMATS[format].isTable && shape === 'eni') return null;
  return exportColumnNames(shape).flatMap((name) => parseExportColumn(name, shape) ?? []);
}

/** Beside what is shown, a row an address says which address it is, and names have columns beside those of their ids. */
function shownColumns({ shape }: Choice, shown: readonly TableColumn[]): ExportColumn[] {
  const first: ExportColumn[] = shape === 'eni' ? [] : ['ip', 'kind', 'eip'];
  const named = shown.flatMap((column): ExportColumn[] =>
    isNameKind(column) ? [column, NAME_COLUMNS[column]] : [column],
  );
  return [...new Set([...first, ...named])];
}

const NAMES: readonly ExportColumn[] = Object.values(NAME_COLUMNS);

/** Of the rows that are written here not all names are known; the server asks for them. */
export const isWrittenHere = ({ what, format }: Choice) => what === 'selected' && format !== 'xlsx';

/** The options that a choice stands for. A file that is saved always says where it comes from. */
export function toOptions(choice: Choice, shown: readonly TableColumn[]): ExportOptions {
  const { format, shape } = choice;
  const columns = choice.columns === 'all' ? allColumns(choice) : shownColumns(choice, shown);
  const unknown: readonly ExportColumn[] = isWrittenHere(choice) ? NAMES : BROWSER_COLUMNS;
  const fitting = columns?.filter((column) => !unknown.includes(column));
  return { format, shape, columns: fitting ?? null, provenance: true };
}

/** The search that finds exactly these ENIs. */
export function searchFor(selected: readonly Eni[]): Search {
  return {
    accounts: [...new Set(selected.map(({ account }) => account))],
    regions: [...new Set(selected.map(({ region }) => region))],
    terms: [{ key: 'eni', negated: false, values: [...new Set(selected.map(({ id }) => id))] }],
  };
}

/** Whether the choice can be carried out: a sheet is written by the server, which is told the ids. */
export function isPossible({ what, format }: Choice, selected: readonly Eni[] | null): boolean {
  if (what === 'all') return true;
  const count = selected?.length ?? 0;
  return count > 0 && (format !== 'xlsx' || count <= MOST_SELECTED_XLSX);
}
