import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { type CsvValue, csvComment, csvLines, csvOf } from './csv';

const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '#', "'", ' ', '＝', 'a') }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

/** A cell as it is read: text, and what might be a formula with its apostrophe. */
function asRead(cell: CsvValue): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}

it('writes what is read back, whatever is in it', () =>
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 4 })
        .chain((width) =>
          fc.array(fc.array(value, { minLength: width, maxLength: width }), { maxLength: 8 }),
        ),
      (rows) => {
        const text = csvComment('search', 'a,"b"\nc') + csvLines(rows) + csvComment('rows', '1');
        const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n', comments: '#' });
        const lines = data.slice(0, -1);
        expect(lines).toEqual(rows.map((row) => row.map(asRead)));
      },
    ),
  ));

it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '=1\n+2', '\n=1', '＝1+1', '＠x'])(
  'makes no formula of %j',
  (text) => {
    expect(csvOf(['name'], [[text]])).toContain(`'${text}`);
  },
);

it('leaves out what is not known, and writes numbers as numbers', () =>
  expect(csvOf(['a', 'b'], [[null, -3]])).toBe('\uFEFFa,b\r\n,-3\r\n'));

it('has comments of one line and without quotes', () =>
  expect(csvComment('why', 'it "failed",\r\n\u2028twice')).toBe("# why: it 'failed', twice\r\n"));
