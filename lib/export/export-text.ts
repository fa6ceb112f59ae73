import { BOM, csvComment, csvLines } from './csv';
import { cellOf, type ExportColumn, type ExportRow, readColumn } from './export-columns';
import { columnsOf, type ExportOptions } from './export-options';
import { type ExportEnd, type ExportStart, endPairs, startPairs } from './export-provenance';

/** Writes a file piece by piece. `start` and `end` are null where it shall not say where its rows come from. */
export type ExportWriter<Piece> = {
  begin: (start: ExportStart | null) => Piece;
  /** The caller passes a few rows at a time, in their order. */
  write: (rows: readonly ExportRow[]) => Piece;
  finish: (end: ExportEnd | null) => Piece;
};

function csvWriter(columns: readonly ExportColumn[]): ExportWriter<string> {
  const comments = (pairs: readonly [string, string][]) =>
    pairs.map(([name, text]) => csvComment(name, text)).join('');
  return {
    begin: (start) => `${BOM}${start ? comments(startPairs(start)) : ''}${csvLines([columns])}`,
    write: (rows) => csvLines(rows.map((row) => columns.map((column) => cellOf(column, row)))),
    finish: (end) => (end ? comments(endPairs(end)) : ''),
  };
}

/** A row as JSON on one line: the whole ENI, or with columns an object of them, lists as lists. */
function rowJson(row: ExportRow, columns: readonly ExportColumn[] | null): string {
  if (columns === null) return JSON.stringify(row.eni);
  return JSON.stringify(Object.fromEntries(columns.map((column) => [column, readColumn(column, row)])));
}

function jsonWriter(columns: readonly ExportColumn[] | null): ExportWriter<string> {
  let between = '\n';
  return {
    begin: (start) => `{${start ? `"provenance":${JSON.stringify(start)},\n` : ''}"items":[`,
    write: (rows) => {
      let text = '';
      for (const row of rows) {
        text += between + rowJson(row, columns);
        between = ',\n';
      }
      return text;
    },
    finish: (end) => `\n]${end ? `,\n"end":${JSON.stringify(end)}` : ''}}\n`,
  };
}

function ndjsonWriter(columns: readonly ExportColumn[] | null): ExportWriter<string> {
  return {
    begin: (start) => (start ? `${JSON.stringify({ provenance: start })}\n` : ''),
    write: (rows) => rows.map((row) => `${rowJson(row, columns)}\n`).join(''),
    finish: (end) => (end ? `${JSON.stringify({ end })}\n` : ''),
  };
}

export type TextOptions = ExportOptions & { format: 'csv' | 'json' | 'ndjson' };

export function isTextFormat(options: ExportOptions): options is TextOptions {
  return options.format !== 'xlsx';
}

/**
 * The writer of a format that is text.
 * - CSV: `# name: text` lines before the header say where the rows come from, and after the last what came of it.
 * - JSON: `{"provenance":{…},"items":[…],"end":{…}}`, a row a line.
 * - NDJSON: `{"provenance":{…}}`, a row a line, `{"end":{…}}`.
 */
export function textWriter(options: TextOptions): ExportWriter<string> {
  const columns = columnsOf(options);
  if (options.format === 'csv') return csvWriter(columns ?? []);
  return options.format === 'json' ? jsonWriter(columns) : ndjsonWriter(columns);
}
