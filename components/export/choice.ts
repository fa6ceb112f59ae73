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
  /** Where a CSV file states its origin: in lines of its own, or in a second file, to start with its header. */
  provenance: 'inside' | 'beside';
};

/** Whether the choice produces two files. */
export const isParted = ({ format, provenance }: Choice) => format === 'csv' && provenance === 'beside';

/** The most ids that one search takes. */
export const MOST_SELECTED_XLSX = MOST_VALUES;

function allColumns({ format, shape }: Choice): ExportColumn[] | null {
  if (!EXPORT_FORMATS[format].isTable && shape === 'eni') return null;
  return exportColumnNames(shape).flatMap((name) => parseExportColumn(name, shape) ?? []);
}

/** Adds to the shown columns: which address a row is about, if rows are addresses, and names beside their ids. */
function shownColumns({ shape }: Choice, shown: readonly TableColumn[]): ExportColumn[] {
  const first: ExportColumn[] = shape === 'eni' ? [] : ['ip', 'kind', 'eip'];
  const named = shown.flatMap((column): ExportColumn[] =>
    isNameKind(column) ? [column, NAME_COLUMNS[column]] : [column],
  );
  return [...new Set([...first, ...named])];
}

const NAMES: readonly ExportColumn[] = Object.values(NAME_COLUMNS);

/** Files written here lack some names of their rows; for the others, the server looks names up. */
export const isWrittenHere = ({ what, format }: Choice) => what === 'selected' && format !== 'xlsx';

/** The options for a choice. A saved file always states its origin. */
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

/** Whether the choice can be carried out: the server writes sheets, and needs the ids for that. */
export function isPossible({ what, format }: Choice, selected: readonly Eni[] | null): boolean {
  if (what === 'all') return true;
  const count = selected?.length ?? 0;
  return count > 0 && (format !== 'xlsx' || count <= MOST_SELECTED_XLSX);
}
