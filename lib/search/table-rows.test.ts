import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eniKey } from '@/lib/eni/eni';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { runSteps } from '@/lib/steps/run-steps';
import { GROUP_COLUMNS } from './group-by';
import { type EniRow, type GroupRow, tableRowSteps } from './table-rows';

const tableRows = (...options: Parameters<typeof tableRowSteps>) => runSteps(tableRowSteps(...options));

const NONE: ReadonlySet<string> = new Set();
const eni = fc
  .record({
    id: fc.integer({ min: 0, max: 30 }),
    vpcId: fc.constantFrom(null, 'vpc-2', 'vpc-10'),
    status: fc.constantFrom('InUse', 'Available'),
    serviceManaged: fc.constantFrom(null, true, false),
    tags: fc.constantFrom<{ key: string; value: string }[]>(
      [],
      [{ key: 'team', value: 'pay' }],
      [{ key: 'team', value: '' }],
    ),
  })
  .map(({ id, ...fields }) =>
    eniWith({ ...fields, id: `eni-${id}`, privateIpAddress: `10.0.0.${id}`, ipv4Prefixes: ['10.1.0.0/28'] }),
  );
const enis = fc.uniqueArray(eni, { selector: ({ id }) => id, maxLength: 20 });
const isHead = (row: { kind: string }): row is GroupRow => row.kind === 'group';
const isEni = (row: { kind: string }): row is EniRow => row.kind === 'eni';

describe('tableRowSteps', () => {
  it('shows every row once, in its group, with totals that add up', () =>
    fc.assert(
      fc.property(
        enis,
        fc.constantFrom(...GROUP_COLUMNS, 'tag:team' as const),
        fc.constantFrom('eni' as const, 'address' as const),
        (all, group, shape) => {
          const rows = tableRows(all, { shape, group, sort: null }, NONE);
          const plain = tableRows(all, { shape, group: null, sort: null }, NONE);
          expect(
            rows
              .filter(isEni)
              .map(({ key }) => key)
              .sort(),
          ).toEqual(plain.map(({ key }) => key).sort());
          const heads = rows.filter(isHead);
          expect(heads.reduce((sum, { totals }) => sum + totals.enis, 0)).toBe(all.length);
          expect(heads.reduce((sum, { totals }) => sum + totals.prefixes, 0)).toBe(all.length);
          expect(new Set(heads.map(({ key }) => key)).size).toBe(heads.length);
          // Nothing stands before the head of its group.
          if (rows[0]) expect(rows[0].kind).toBe('group');
        },
      ),
    ));

  it('tells an empty tag from none, in the order of people', () => {
    const rows = tableRows(
      [
        eniWith({ id: 'eni-1' }),
        eniWith({ id: 'eni-2', tags: [{ key: 'team', value: '' }] }),
        eniWith({ id: 'eni-3', tags: [{ key: 'team', value: 'a10' }] }),
        eniWith({ id: 'eni-4', tags: [{ key: 'team', value: 'a9' }] }),
      ],
      { shape: 'eni', group: 'tag:team', sort: null },
      NONE,
    );
    expect(rows.filter(isHead).map(({ value }) => value)).toEqual(['', 'a9', 'a10', null]);
  });

  it('hides the rows of a closed group and keeps its totals', () => {
    const all = [eniWith({ id: 'eni-1', vpcId: 'vpc-1' }), eniWith({ id: 'eni-2', vpcId: 'vpc-2' })];
    const view = { shape: 'eni', group: 'vpc', sort: null } as const;
    const closed = tableRows(all, view, new Set([tableRows(all, view, NONE)[0]?.key ?? '']));
    expect(closed.map((row) => (isHead(row) ? row.value : eniKey(row.eni)))).toEqual([
      'vpc-1',
      'vpc-2',
      'prod/cn-hangzhou/eni-2',
    ]);
    expect(closed.find(isHead)?.totals.enis).toBe(1);
  });

  it('gives the same row objects again, so that what is drawn stays', () => {
    const all = [eniWith({ id: 'eni-1', privateIpAddress: '10.0.0.1' })];
    for (const shape of ['eni', 'address'] as const) {
      const view = { shape, group: null, sort: null };
      expect(tableRows(all, view, NONE)[0]).toBe(tableRows([...all], view, NONE)[0]);
    }
  });
});
