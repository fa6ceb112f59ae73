import Papa from 'papaparse';

/** Excel reads a file as UTF-8 only where it begins so. */
export const BOM = '\uFEFF';

const NEWLINE = '\r\n';

/** Characters that a spreadsheet may take for a formula; in Chinese and Japanese the wide signs too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export type CsvValue = string | number | boolean | null;

/**
 * Rows as lines of CSV (RFC 4180, CRLF). A text that a spreadsheet would take for a formula begins with an apostrophe; a
 * first cell that begins like a comment, and an empty line, are in quotes.
 */
export function csvLines(rows: readonly (readonly CsvValue[])[]): string {
  if (rows.length === 0) return '';
  const isNarrow = rows.every((row) => row.length === 1);
  const text = Papa.unparse(
    rows.map((row) => row.map((value) => value ?? '')),
    {
      escapeFormulae: FORMULA,
      newline: NEWLINE,
      quotes: (value, column) =>
        column === 0 && ((isNarrow && value === '') || String(value).startsWith('#')),
    },
  );
  return text + NEWLINE;
}

/**
 * A whole table as CSV with a BOM.
 * @param columns the header, and the order of each row's values
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return BOM + csvLines([columns, ...rows]);
}

/** A line that readers of CSV can be told to skip. It has no quotes, so that one that reads it all is not led astray. */
export function csvComment(name: string, text: string): string {
  return `# ${name}: ${text.replaceAll('"', "'").replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}${NEWLINE}`;
}
