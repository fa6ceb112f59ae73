import type { TextOptions } from './export-text';
import { RowCounter } from './row-counter';

/** What a CSV file says about itself, and its table alone. */
export type PartedCsv = { table: Blob; metadata: Blob };

/** A line of provenance: lib/export/csv.ts */
const LINE = /^\ufeff?# ([^:]+): (.*)$/gm;

/** The names and texts of lines; a name that comes more than once has a list. */
function notesIn(lines: string): Record<string, string | string[]> {
  const notes: Record<string, string | string[]> = {};
  for (const [, name = '', text = ''] of lines.matchAll(LINE)) {
    const before = notes[name];
    notes[name] = before === undefined ? text : [before, text].flat();
  }
  return notes;
}

/** The name of the file that says what a CSV file is, where programs look for it (CSV on the Web, 5.3). */
export const metadataName = (csvName: string) => `${csvName}-metadata.json`;

/**
 * Splits a whole CSV file with provenance into one of the table alone, header first, and one that says where its rows
 * come from and that every column is text, as metadata of the W3C's CSV on the Web.
 * @param columns as the header has them
 */
export async function partCsv(
  file: Blob,
  { name, columns }: { name: string; columns: readonly string[] },
): Promise<PartedCsv> {
  const counter = new RowCounter('csv' satisfies TextOptions['format']);
  counter.take(new Uint8Array(await file.arrayBuffer()));
  const { begin, end } = counter;
  const around = await new Blob([file.slice(0, begin), file.slice(end)]).text();
  const metadata = {
    '@context': 'http://www.w3.org/ns/csvw',
    url: name,
    dialect: { encoding: 'utf-8', header: true, delimiter: ',', quoteChar: '"', doubleQuote: true },
    tableSchema: { columns: columns.map((titles) => ({ titles, datatype: 'string' })) },
    notes: [notesIn(around.replaceAll('\r', ''))],
  };
  return {
    table: new Blob(['\ufeff', file.slice(begin, end)], { type: file.type }),
    metadata: new Blob([`${JSON.stringify(metadata, null, 2)}\n`], { type: 'application/csvm+json' }),
  };
}
