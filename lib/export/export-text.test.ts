import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { SHAPES } from '@/lib/search/view';
import { END, nastyEnis, START } from './export.test-kit';
import { cellOf, type ExportColumn, readColumn } from './export-columns';
import { columnsOf, type ExportOptions } from './export-options';
import { isTextFormat, textWriter } from './export-text';
import { rowsOf } from './rows';

const columns: ExportColumn[] = [
  'name',
  'ip',
  'eip',
  'tags',
  'tag:team',
  'addresses',
  'deleteOnRelease',
  'ips',
];

const given = fc.record({
  enis: nastyEnis,
  shape: fc.constantFrom(...SHAPES),
  columns: fc.constantFrom(null, columns, ['description'] satisfies ExportColumn[]),
  provenance: fc.boolean(),
});

type Given = typeof given extends fc.Arbitrary<infer Value> ? Value : never;

function write(format: 'csv' | 'json' | 'ndjson', { enis, ...more }: Given) {
  const options: ExportOptions = { ...more, format };
  if (!isTextFormat(options)) throw new Error('no text');
  const writer = textWriter(options);
  const rows = rowsOf(enis, options.shape);
  const begin = writer.begin(options.provenance ? START : null);
  const middle = [rows.slice(0, 2), rows.slice(2)].map(writer.write).join('');
  return {
    text: begin + middle + writer.finish(options.provenance ? END : null),
    rows,
    columns: columnsOf(options),
  };
}

function objects(rows: ReturnType<typeof write>['rows'], names: readonly ExportColumn[] | null): unknown[] {
  return rows.map((row) =>
    names === null ? row.eni : Object.fromEntries(names.map((name) => [name, readColumn(name, row)])),
  );
}

describe('a file read back has what was written', () => {
  it('CSV', () =>
    fc.assert(
      fc.property(given, (each) => {
        const { text, rows, columns: names = [] } = write('csv', each);
        expect(text.startsWith('\uFEFF')).toBe(true);
        const { data } = Papa.parse<string[]>(text.slice(1), {
          delimiter: ',',
          newline: '\r\n',
          comments: '#',
        });
        const expected = rows.map((row) =>
          (names ?? []).map((name) => {
            const cell = cellOf(name, row);
            const isFormula = typeof cell === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(cell);
            return cell === null ? '' : `${isFormula ? "'" : ''}${cell}`;
          }),
        );
        expect(data.slice(0, 1 + rows.length)).toEqual([names, ...expected]);
        expect(
          data
            .slice(1 + rows.length)
            .flat()
            .join(''),
        ).toBe('');
      }),
    ));

  it('JSON', () =>
    fc.assert(
      fc.property(given, (each) => {
        const { text, rows, columns: names } = write('json', each);
        const file = JSON.parse(text);
        expect(file.items).toEqual(JSON.parse(JSON.stringify(objects(rows, names))));
        expect([file.provenance, file.end]).toEqual(each.provenance ? [START, END] : [undefined, undefined]);
      }),
    ));

  it('NDJSON, a row a line', () =>
    fc.assert(
      fc.property(given, (each) => {
        const { text, rows, columns: names } = write('ndjson', each);
        const lines = text
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line));
        const items = JSON.parse(JSON.stringify(objects(rows, names)));
        expect(lines).toEqual(each.provenance ? [{ provenance: START }, ...items, { end: END }] : items);
      }),
    ));
});

it('says in CSV where the rows come from, and what came of it', () => {
  const { text } = write('csv', { enis: [], shape: 'eni', columns: ['name'], provenance: true });
  expect(text.split('\r\n')).toEqual([
    '\uFEFF# file: ENI Atlas export',
    "# search: tag=env:'prod'",
    '# link: http://localhost/?tag=env',
    '# accounts: prod, 生产',
    '# regions: cn-hangzhou',
    '# format: csv',
    '# shape: eni',
    '# columns: (all)',
    '# started: 2026-11-28T01:34:00.000Z',
    'name',
    '# finished: 2026-11-28T01:35:00.000Z',
    '# as of: 2026-11-28T01:34:01.000Z',
    '# rows: 2',
    '# ENIs: 2',
    '# scanned: 4',
    '# calls: 3',
    '# complete: false',
    '# failure: prod/cn-beijing: cloud_forbidden (action ecs:DescribeNetworkInterfaces)',
    '# caveat: stale in prod/cn-hangzhou (ageSeconds 20)',
    '',
  ]);
});
