import Papa from 'papaparse';

/** Excel reads a file as UTF-8 only where it begins so. */
const BOM = '\uFEFF';

const NEWLINE = '\r\n';

/**
 * Rows as CSV (RFC 4180, CRLF, with a BOM). What a spreadsheet would take for a formula begins with an apostrophe.
 * @param columns the header, and the order of each row's values
 */
export function csvOf(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const data = rows.map((row) => [...row]);
  const text = Papa.unparse({ fields: [...columns], data }, { escapeFormulae: true, newline: NEWLINE });
  // Without a row it ends its line by itself.
  return `${BOM}${text}${text.endsWith(NEWLINE) ? '' : NEWLINE}`;
}
