import 'server-only';
import type { CsvValue } from '@/lib/export/csv';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET_SPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE_SPACE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT_SPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The most characters that Excel accepts in a cell. */
const MOST_CHARACTERS = 32_767;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Characters that XML cannot hold or would change, and text that already looks like such an escape. */
const UNFIT = /[\ufffe\uffff_]|\p{Cc}/u;
/** The same, and characters of more than one byte, except those beyond 16 bits: SheetJS cuts their references to 16. */
const ESCAPED = /[&<>]|(?![\t\n])\p{Cc}|_(?=x[0-9A-Fa-f]{4}_)|[\x80-\uffff]/gu;

const hex = (char: string) => (char.codePointAt(0) ?? 0).toString(16).toUpperCase();

/**
 * A character as its reference: readers that decode a file piece by piece, as exceljs does from a stream, break a
 * character of several bytes at the end of a piece. Half a surrogate pair is not a character, and becomes the
 * replacement character.
 */
function escapeOne(char: string): string {
  const entity = ENTITIES[char];
  if (entity !== undefined) return entity;
  if (UNFIT.test(char)) return `_x${hex(char).padStart(4, '0')}_`;
  return `&#x${/\p{Cs}/u.test(char) ? 'FFFD' : hex(char)};`;
}

/**
 * A text as the content of an element, escaped as ECMA-376 requires (ST_Xstring), and cut where Excel would otherwise
 * refuse the file.
 */
export function sheetText(text: string): string {
  const cut = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  return cut.replace(ESCAPED, escapeOne);
}

/** The letters of a column, from 0. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

function cellXml(place: string, value: CsvValue, style: string): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${place}"${style}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${place}"${style} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${sheetText(value)}</t></is></c>`;
}

/** A row, from 1. A header is in bold. */
export function rowXml(row: number, values: readonly CsvValue[], isHeader = false): string {
  const style = isHeader ? ' s="1"' : '';
  let cells = '';
  values.forEach((value, at) => {
    cells += cellXml(`${columnLetters(at)}${row}`, value, style);
  });
  return `<row r="${row}">${cells}</row>`;
}

/** A sheet up to its first row. */
export function sheetBegin(widths: readonly number[], hasHeader: boolean): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = hasHeader
    ? `<sheetView tabSelected="1" workbookViewId="0">${pane}</sheetView>`
    : '<sheetView workbookViewId="0"/>';
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width.toFixed(1)}" customWidth="1"/>`,
  );
  return `${DECLARATION}<worksheet xmlns="${SHEET_SPACE}"><sheetViews>${view}</sheetViews><cols>${columns.join('')}</cols><sheetData>`;
}

/** The part that follows the last row; with a size, the columns of the table get filters. */
export function sheetEnd(table: { columns: number; rows: number } | null): string {
  const filter = table ? `<autoFilter ref="A1:${columnLetters(table.columns - 1)}${table.rows}"/>` : '';
  return `</sheetData>${filter}</worksheet>`;
}

function stylesXml(): string {
  const fonts = '<font><sz val="11"/><name val="Calibri"/></font>';
  return `${DECLARATION}<styleSheet xmlns="${SHEET_SPACE}"><fonts count="2">${fonts}${fonts.replace('<font>', '<font><b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;
}

/** The parts of a workbook beside its sheets, which are `xl/worksheets/sheet1.xml` and so on, by their path. */
export function workbookParts(sheetNames: readonly string[]): [path: string, xml: string][] {
  const each = (write: (number: number, name: string) => string) =>
    sheetNames.map((name, at) => write(at + 1, name)).join('');
  const overrides = each(
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  );
  const sheets = each((number, name) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`);
  const links = each(
    (number) =>
      `<Relationship Id="rId${number}" Type="${DOCUMENT_SPACE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  const relations = (inner: string) =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE_SPACE}/relationships">${inner}</Relationships>`;
  return [
    [
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="${PACKAGE_SPACE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${overrides}</Types>`,
    ],
    [
      '_rels/.rels',
      relations(`<Relationship Id="rId1" Type="${DOCUMENT_SPACE}/officeDocument" Target="xl/workbook.xml"/>`),
    ],
    [
      'xl/workbook.xml',
      `${DECLARATION}<workbook xmlns="${SHEET_SPACE}" xmlns:r="${DOCUMENT_SPACE}"><sheets>${sheets}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        `${links}<Relationship Id="rId${sheetNames.length + 1}" Type="${DOCUMENT_SPACE}/styles" Target="styles.xml"/>`,
      ),
    ],
    ['xl/styles.xml', stylesXml()],
  ];
}
