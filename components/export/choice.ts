import type { Eni } from '@/lib/eni/eni';
import { type ExportColumn, exportColumnNames, parseExportColumn } from '@/lib/export/export-columns';
import { EXPORT_FORMATS, type ExportFormat, type ExportOptions } from '@/lib/export/export-options';
import type { TableColumn } from '@/lib/search/columns';
import type { Search } from '@/lib/search/search';
import type { Shape } from '@/lib/search/view';

/** What is chosen in the dialog. */
export type Choice = {
  what: 'all' | 'selected';
  format: ExportFormat;
  shape: Shape;
  columns: 'shown' | 'all';
};

/** As many ids as one search takes. */
export const MOST_SELECTED_XLSX = 1000;

function allColumns({ format, shape }: Choice): ExportColumn[] | null {
  if (!EXPORT_FORMATS[format].isTable && shape === 'eni') return null;
  return exportColumnNames(shape).flatMap((name) => parseExportColumn(name, shape) ?? []);
}

/** Beside what is shown, a row an address says which address it is. */
function shownColumns({ shape }: Choice, shown: readonly TableColumn[]): ExportColumn[] {
  return shape === 'eni' ? [...shown] : [...new Set<ExportColumn>(['ip', 'kind', 'eip', ...shown])];
}

/** The options that a choice stands for. A file that is saved always says where it comes from. */
export function toOptions(choice: Choice, shown: readonly TableColumn[]): ExportOptions {
  const { format, shape } = choice;
  const columns = choice.columns === 'all' ? allColumns(choice) : shownColumns(choice, shown);
  return { format, shape, columns, provenance: true };
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
