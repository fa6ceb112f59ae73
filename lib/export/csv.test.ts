import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { csvOf } from './csv';

it('writes what a spreadsheet reads back, whatever is in it', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.nat())), (rows) => {
      const text = csvOf(['name', 'count'], rows);
      expect(text.startsWith('\uFEFFname,count\r\n')).toBe(true);
      const { data } = Papa.parse<string[]>(text.slice(1), { newline: '\r\n' });
      expect(
        data.slice(1, -1).map(([name = '', count]) => [name.replace(/^'(?=[=+\-@\t\r])/, ''), count]),
      ).toEqual(rows.map(([name, count]) => [name, String(count)]));
    }),
  ));

it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx'])('makes no formula of %j', (text) => {
  expect(csvOf(['name'], [[text]])).toContain(`'${text}`);
});

it('leaves out what is not known, and writes numbers as numbers', () =>
  expect(csvOf(['a', 'b'], [[null, -3]])).toBe('\uFEFFa,b\r\n,-3\r\n'));
