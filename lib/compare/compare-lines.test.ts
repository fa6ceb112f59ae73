import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { sideWith } from './compare.test-kit';
import { type CompareSource, compareCsv, compareJson } from './compare-lines';
import { compareSides } from './comparison';

const tag = (value: string) => [{ key: 'app', value }];
const here = sideWith([
  eniWith({ id: 'eni-1', name: 'web', status: 'InUse', tags: tag('a') }),
  eniWith({ id: 'eni-2', privateIpAddress: '10.0.0.2', tags: tag('b') }),
]);
const there = sideWith([
  eniWith({ id: 'eni-1', name: 'web', status: 'Available', tags: tag('a') }),
  eniWith({ id: 'eni-3', tags: tag('a') }),
]);

const source: CompareSource = {
  link: 'http://localhost/compare?with=region=cn-beijing',
  here: {
    name: 'prod · cn-hangzhou',
    search: '',
    file: null,
    takenAt: '2026-04-08T10:32:05Z',
    enis: 2,
    complete: true,
  },
  there: { name: 'a.ndjson', search: null, file: 'a.ndjson', takenAt: null, enis: 2, complete: true },
};

const rowsOf = (csv: string) =>
  Papa.parse<Record<string, string>>(csv, { header: true, comments: '#', skipEmptyLines: true }).data;

describe('the file of differences', () => {
  it('has a line for each field that differs and each ENI of one side', () => {
    const csv = compareCsv(compareSides(here, there, 'eni'), source);
    expect(rowsOf(csv).map((row) => Object.values(row).join('|'))).toEqual([
      'different|prod|cn-hangzhou|eni-1|web|status|InUse|Available',
      'onlyHere|prod|cn-hangzhou|eni-2|||10.0.0.2|',
      'onlyThere|prod|cn-hangzhou|eni-3||||eni-3',
    ]);
    for (const line of [
      '# here search: (all)',
      '# there file: a.ndjson',
      '# there as of: unknown',
      '# by: eni',
    ])
      expect(csv).toContain(line);
    expect(csv).toContain('# different: 3');
  });

  it('has a line for each value, with its numbers', () => {
    const rows = rowsOf(compareCsv(compareSides(here, there, 'tag:app'), source));
    expect(rows).toEqual(
      [
        { comparison: 'onlyHere', value: 'b', here: '1', there: '0', difference: '1' },
        { comparison: 'different', value: 'a', here: '1', there: '2', difference: "'-1" },
      ].map((row) => ({ ...row, difference: row.difference.replace("'", '') })),
    );
  });

  it('says no difference of a side in part', () => {
    const part = sideWith(there.enis, { isWhole: false, readRegions: new Set() });
    const { rows, summary, provenance } = JSON.parse(
      compareJson(compareSides(here, part, 'tag:app'), source),
    );
    expect(rows.map(({ comparison }: { comparison: string }) => comparison)).toEqual(['unseenThere', 'open']);
    expect(rows[0]).toMatchObject({ difference: null });
    expect(summary).toMatchObject({ different: 0, untold: 2, totals: { here: { enis: 2 } } });
    expect(provenance).toMatchObject({ by: 'tag:app', there: { file: 'a.ndjson' } });
  });
});
