import 'server-only';
import { Zip, ZipDeflate } from 'fflate';
import { cellOf, type ExportColumn } from '@/lib/export/export-columns';
import { columnsOf, type ExportOptions } from '@/lib/export/export-options';
import { endPairs, startPairs } from '@/lib/export/export-provenance';
import type { ExportWriter } from '@/lib/export/export-text';
import { columnDefinition, parseColumn } from '@/lib/search/table/columns';
import { rowXml, sheetBegin, sheetEnd, workbookParts } from './sheet-xml';

/** The most rows that a sheet of Excel holds, not counting its header. */
export const MOST_SHEET_ROWS = 1_048_575;

/** The lowest compression level that still makes sheets a tenth as large. */
const LEVEL = 3;

const SHEET_NAMES = ['ENIs', 'Provenance'];
const PX_PER_CHARACTER = 7;

function widthOf(column: ExportColumn): number {
  const known = parseColumn(column);
  return (known ? columnDefinition(known).width : 140) / PX_PER_CHARACTER;
}

/**
 * Writes XLSX as the rows come, in memory that does not grow with them: texts are stored in their cells, typed as
 * texts, so nothing is evaluated. A second sheet says where the rows come from; it is the last part of the archive, so
 * that its end shows whether the saved file is complete. Every part is deflated, since a reader that streams the
 * archive could not otherwise tell where a part ends. docs/decisions/0018-xlsx-by-hand.md,
 * docs/decisions/0042-archives-read-as-they-come.md
 */
export function xlsxWriter(options: ExportOptions): ExportWriter<Uint8Array> {
  const columns = columnsOf(options) ?? [];
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const taken = () => {
    const bytes = Buffer.concat(pieces);
    pieces = [];
    return bytes;
  };
  const addPart = (name: string, xml: string) => {
    const part = new ZipDeflate(name, { level: LEVEL });
    zip.add(part);
    part.push(Buffer.from(xml), true);
  };
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: LEVEL });
  let rows = 1;
  let provenance: [string, string][] = [];
  return {
    begin: (start) => {
      if (start) provenance = startPairs(start);
      const names = SHEET_NAMES.slice(0, start ? 2 : 1);
      for (const [name, xml] of workbookParts(names)) addPart(name, xml);
      zip.add(sheet);
      sheet.push(Buffer.from(sheetBegin(columns.map(widthOf), true) + rowXml(1, columns, true)));
      return taken();
    },
    write: (given) => {
      let xml = '';
      for (const row of given) {
        rows++;
        xml += rowXml(
          rows,
          columns.map((column) => cellOf(column, row)),
        );
      }
      if (xml !== '') sheet.push(Buffer.from(xml));
      return taken();
    },
    finish: (end) => {
      sheet.push(Buffer.from(sheetEnd({ columns: columns.length, rows })), true);
      if (end) {
        const lines = [...provenance, ...endPairs(end)].map((pair, at) => rowXml(at + 1, pair));
        addPart('xl/worksheets/sheet2.xml', sheetBegin([16, 120], false) + lines.join('') + sheetEnd(null));
      }
      zip.end();
      return taken();
    },
  };
}
