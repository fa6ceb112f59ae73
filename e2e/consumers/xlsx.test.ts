import { describe, expect } from 'vitest';
import { compare, type Reading } from './compare';
import { type Consumer, consumerTest, npmConsumer, systemConsumer } from './consumer';
import { ESTATE_NAMES } from './estates';
import { readBy } from './read-by';
import { exportOf } from './tables';

/** A reading of texts, which no cell of a sheet holds longer than this. */
const ofTexts =
  (read: (text: string) => string): Reading =>
  (cell) =>
    typeof cell === 'string' ? read(cell.length > 32_767 ? `${cell.slice(0, 32_766)}…` : cell) : cell;

const asItIs = ofTexts((text) => text);

/** Characters that XML cannot hold are written as escapes (ECMA-376, ST_Xstring), which not every reader undoes. */
const withEscapes = (text: string) =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /(?![\t\n])\p{Cc}/gu,
      (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );

/** exceljs undoes entities a second time where it reads a stream. */
const twiceUnescaped = (text: string) => withEscapes(text).replaceAll('&amp;', '&');

/** LibreOffice writes text with one kind of line break. */
const asText: Reading = (cell) => {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'number' ? String(cell) : ofTexts((text) => text.replaceAll('\r\n', '\n'))(cell);
};

const CONSUMERS: readonly { consumer: Consumer; reader: string; reading?: Reading }[] = [
  { consumer: systemConsumer('LibreOffice'), reader: 'by-libreoffice.mjs', reading: asText },
  { consumer: npmConsumer('exceljs'), reader: 'xlsx-by-exceljs.mjs', reading: ofTexts(withEscapes) },
  {
    consumer: npmConsumer('exceljs', 'exceljs, as a stream'),
    reader: 'xlsx-by-exceljs-stream.mjs',
    reading: ofTexts(twiceUnescaped),
  },
  { consumer: npmConsumer('xlsx', 'SheetJS'), reader: 'xlsx-by-sheetjs.mjs' },
  { consumer: npmConsumer('hucre'), reader: 'xlsx-by-hucre.mjs' },
  { consumer: systemConsumer('openpyxl'), reader: 'xlsx-by-openpyxl.py', reading: ofTexts(withEscapes) },
  {
    consumer: systemConsumer('Java', 'Java ZipInputStream'),
    reader: 'XlsxByZipInputStream.java',
    reading: ofTexts(withEscapes),
  },
  {
    consumer: systemConsumer('Apache POI', 'Apache POI, from a stream'),
    reader: 'XlsxByPoi.java',
    reading: ofTexts(withEscapes),
  },
];

describe.each(ESTATE_NAMES)('XLSX of the estate %s', (estate) => {
  for (const { consumer, reader, reading = asItIs } of CONSUMERS)
    consumerTest(consumer, 'reads every row and value, and what is said of them', async () => {
      const sheets = await readBy(reader, await exportOf(estate, 'format=xlsx'));
      const [rows = [], provenance] = sheets.values();
      expect(provenance?.find(([name]) => name === 'complete')).toEqual(['complete', 'true']);
      return compare('XLSX', estate, rows, reading);
    });
});
