import fc from 'fast-check';
import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { END, nastyEnis, START } from '@/lib/export/export.test-kit';
import { cellOf, type ExportColumn } from '@/lib/export/export-columns';
import { rowsOf } from '@/lib/export/rows';
import { columnLetters, sheetText } from './sheet-xml';
import { xlsxWriter } from './xlsx-writer';

const columns: ExportColumn[] = ['name', 'ips', 'tags', 'tag:team', 'deleteOnRelease', 'description'];

function write(enis: Parameters<typeof rowsOf>[0], provenance = true) {
  const writer = xlsxWriter({ format: 'xlsx', shape: 'eni', columns, provenance });
  const rows = rowsOf(enis, 'eni');
  const pieces = [
    writer.begin(provenance ? START : null),
    writer.write(rows.slice(0, 2)),
    writer.write(rows.slice(2)),
    writer.finish(provenance ? END : null),
  ];
  return { file: Buffer.concat(pieces), rows };
}

const partOf = (file: Buffer, path: string) => Buffer.from(unzipSync(file)[path] ?? []).toString();

/** The parts as a reader finds them that starts at the beginning and never sees the directory at the end. */
function partsAsTheyCome(file: Buffer, pieceSize: number): Map<string, string> {
  const parts = new Map<string, string>();
  const unzip = new Unzip((part) => {
    expect(part.compression).toBe(8);
    const pieces: Uint8Array[] = [];
    part.ondata = (error, piece, isLast) => {
      if (error) throw error;
      pieces.push(piece);
      if (isLast) parts.set(part.name, Buffer.concat(pieces).toString());
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  const directory = file.indexOf('PK\x01\x02', 0, 'latin1');
  for (let at = 0; at < directory; at += pieceSize)
    unzip.push(file.subarray(at, Math.min(at + pieceSize, directory)), at + pieceSize >= directory);
  return parts;
}

/** A text as Excel shows it: escapes undone. */
const shown = (xml: string) =>
  xml
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('xlsxWriter', () => {
  it('gives a workbook that another library reads: every text a text, every number a number', () =>
    fc.assert(
      fc.asyncProperty(nastyEnis, async (enis) => {
        const { file, rows } = write(enis);
        const { sheets } = await readXlsx(file);
        expect(sheets.map(({ name }) => name)).toEqual(['ENIs', 'Provenance']);
        const plain = rows.map((row) => columns.map((column) => cellOf(column, row)));
        const read = (sheets[0]?.rows ?? []).slice(1);
        plain.forEach((cells, at) => {
          cells.forEach((cell, column) => {
            const value = read[at]?.[column] ?? null;
            if (typeof cell !== 'string') expect(value).toBe(cell);
            else expect(typeof (value ?? '')).toBe('string');
          });
        });
        expect(sheets[0]?.rows[0]).toEqual(columns);
      }),
      { numRuns: 40 },
    ));

  it('is read as it comes, without the directory at its end, too', () =>
    fc.assert(
      fc.property(nastyEnis, fc.integer({ min: 40, max: 4000 }), (enis, size) => {
        const { file } = write(enis);
        const whole = Object.entries(unzipSync(file)).map(([path, bytes]) => [
          path,
          Buffer.from(bytes).toString(),
        ]);
        expect([...partsAsTheyCome(file, size)]).toEqual(whole);
      }),
      { numRuns: 40 },
    ));

  it('keeps every text as it is', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('', '_x0041_', '\r\n', '\u0000<&'),
        (a, b) => {
          const xml = sheetText(a + b);
          expect(xml).not.toMatch(/<|(?![\t\n])\p{Cc}/u);
          expect(shown(xml)).toBe(a + b);
        },
      ),
    ));

  it('has no formula, whatever texts look like', () => {
    const { file } = write([eniWith({ name: '=1+1', description: '=HYPERLINK("http://x")' })]);
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f');
    expect(sheet).toContain('<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
    expect(sheet).toContain('<autoFilter ref="A1:F2"/>');
  });

  it('writes bytes that are characters each, so that a reader may cut them anywhere, but for rare ones', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const xml = sheetText(text);
        expect(xml).toMatch(/^[\t\n\x20-\x7e\u{10000}-\u{10ffff}]*$/u);
        expect(shown(xml)).toBe(Buffer.from(text).toString());
      }),
    ));

  it('cuts a text where Excel would refuse the file', () => {
    expect(shown(sheetText('x'.repeat(40_000)))).toHaveLength(32_767);
    expect(sheetText('x'.repeat(32_767)).endsWith('x')).toBe(true);
  });

  it('says where it comes from on a second sheet', async () => {
    const { file } = write([]);
    const { sheets } = await readXlsx(file);
    const facts = Object.fromEntries((sheets[1]?.rows ?? []).map(([name, text]) => [name, text]));
    expect(facts).toMatchObject({ search: START.search, complete: 'false', rows: '2' });
  });

  it('has one sheet where that is not wanted', async () => {
    const { file } = write([eniWith({ name: 'a' })], false);
    const { sheets } = await readXlsx(file);
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['ENIs', 2]]);
  });
});

it('names columns as sheets do', () =>
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]));
