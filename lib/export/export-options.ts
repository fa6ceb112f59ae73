import { escapeText, splitLists, unescapeText } from '@/lib/search/list-text';
import type { SearchIssue } from '@/lib/search/params';
import { SHAPES, type Shape } from '@/lib/search/view';
import {
  defaultExportColumns,
  type ExportColumn,
  exportColumnNames,
  parseExportColumn,
} from './export-columns';

/** The formats of a file. `isTable`: it has columns and cells; otherwise objects. */
export const EXPORT_FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', isTable: true },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', isTable: true },
  json: { type: 'application/json', isTable: false },
  ndjson: { type: 'application/x-ndjson', isTable: false },
} as const satisfies Record<string, { type: string; isTable: boolean }>;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

export const FORMAT_NAMES = Object.keys(EXPORT_FORMATS) as ExportFormat[];

/** How a file is written. `columns` null is all that a format can carry: of JSON whole ENIs, of a table the usual ones. */
export type ExportOptions = {
  format: ExportFormat;
  shape: Shape;
  columns: ExportColumn[] | null;
  provenance: boolean;
};

/** The keys of {@link ExportOptions} in a URL. */
export const EXPORT_KEYS = ['format', 'shape', 'cols', 'provenance'];

const MOST_COLUMNS = 200;

/**
 * Reads the options of a file: `format` (csv unless given), `shape` (eni), `cols` (the columns in their order,
 * separated by commas), `provenance` (true). `issues` names what is wrong.
 */
export function parseExportOptions(params: URLSearchParams): {
  options: ExportOptions;
  issues: SearchIssue[];
} {
  const issues: SearchIssue[] = [];
  const choose = <Name extends string>(field: string, names: readonly Name[], usual: Name): Name => {
    const text = params.get(field);
    const found = names.find((name) => name === text);
    if (text !== null && !found) issues.push({ field, code: 'invalid_enum', allowed: [...names] });
    return found ?? usual;
  };
  const format = choose('format', FORMAT_NAMES, 'csv');
  const shape = choose('shape', SHAPES, 'eni');
  const provenance = params.get('provenance') ?? 'true';
  if (provenance !== 'true' && provenance !== 'false')
    issues.push({ field: 'provenance', code: 'not_boolean', allowed: ['true', 'false'] });
  const cols = params.getAll('cols');
  let columns: ExportColumn[] | null = null;
  if (cols.length > 0) {
    const parsed = [...new Set(splitLists(cols))].map((text) => parseExportColumn(unescapeText(text), shape));
    if (parsed.length > MOST_COLUMNS)
      issues.push({ field: 'cols', code: 'too_many', allowed: [`at most ${MOST_COLUMNS}`] });
    else if (parsed.every((column) => column !== null)) columns = parsed;
    else issues.push({ field: 'cols', code: 'invalid_enum', allowed: exportColumnNames(shape) });
  }
  return { options: { format, shape, columns, provenance: provenance === 'true' }, issues };
}

/** The options as parameters of a URL. Defaults are not written. */
export function toExportEntries({ format, shape, columns, provenance }: ExportOptions): [string, string][] {
  return [
    ['format', format],
    ...(shape === 'eni' ? [] : [['shape', shape] satisfies [string, string]]),
    ...(columns === null
      ? []
      : [['cols', columns.map((column) => escapeText(column)).join(',')] satisfies [string, string]]),
    ...(provenance ? [] : [['provenance', 'false'] satisfies [string, string]]),
  ];
}

/** The columns of the file; null where it has whole ENIs. An address is no ENI: it always has columns. */
export function columnsOf({ format, shape, columns }: ExportOptions): ExportColumn[] | null {
  if (columns !== null) return columns;
  return EXPORT_FORMATS[format].isTable || shape === 'address' ? defaultExportColumns(shape) : null;
}
