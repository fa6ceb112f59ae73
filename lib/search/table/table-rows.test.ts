import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Eni, eniKey } from '@/lib/eni/eni';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { runSteps } from '@/lib/steps/run-steps';
import { ALL_FOLDED, ALL_OPEN, toggleGroup } from './folding';
import { BY_NAME, GROUP_COLUMNS, GROUP_ORDERS, type GroupBy, type GroupOrder, groupReader } from './group-by';
import type { GroupLabel } from './group-order';
import { TOTAL_IDS, TOTALS, type TotalId } from './group-totals';
import { type EniRow, type GroupRow, type RowsView, tableRowSteps } from './table-rows';

const tableRows = (enis: readonly Eni[], view: RowsView, folding = ALL_OPEN, labelOf: GroupLabel = String) =>
  runSteps(tableRowSteps(enis, view, folding, labelOf));
const by = (group: GroupBy, order: GroupOrder = BY_NAME): RowsView => ({
  shape: 'eni',
  sort: null,
  group: { by: group, order },
});

const eni = fc
  .record({
    id: fc.integer({ min: 0, max: 30 }),
    vpcId: fc.constantFrom(null, 'vpc-2', 'vpc-10'),
    status: fc.constantFrom('InUse', 'Available', 'Deleting', null),
    serviceManaged: fc.constantFrom(null, true, false),
    securityGroupIds: fc.subarray(['sg-1', 'sg-2', 'sg-3']),
    ipv4Prefixes: fc.subarray(['10.1.0.0/28', '10.2.0.0/28']),
    tags: fc.constantFrom<{ key: string; value: string }[]>(
      [],
      [{ key: 'team', value: 'pay' }],
      [{ key: 'team', value: '' }],
    ),
  })
  .map(({ id, ...fields }) => eniWith({ ...fields, id: `eni-${id}`, privateIpAddress: `10.0.0.${id}` }));
const enis = fc.uniqueArray(eni, { selector: ({ id }) => id, maxLength: 20 });
const group = fc.constantFrom<GroupBy>(...GROUP_COLUMNS, 'tag:team');
const shape = fc.constantFrom('eni' as const, 'address' as const);
const isHead = (row: { kind: string }): row is GroupRow => row.kind === 'group';
const isEni = (row: { kind: string }): row is EniRow => row.kind === 'eni';
const recount = (all: readonly Eni[], id: TotalId) => all.reduce((sum, each) => sum + TOTALS[id](each), 0);
const valuesOf = (rows: ReturnType<typeof tableRows>) => rows.rows.filter(isHead).map(({ value }) => value);

describe('tableRowSteps', () => {
  it('shows every row in each of its groups, under a key of its own', () =>
    fc.assert(
      fc.property(enis, group, shape, (all, column, as) => {
        const view = { ...by(column), shape: as };
        const { rows } = tableRows(all, view);
        const plain = tableRows(all, { ...view, group: null });
        expect(plain.summary).toBeNull();
        const expected = plain.rows
          .filter(isEni)
          .flatMap((row) => groupReader(column)(row.eni).map(() => eniKey(row.eni)));
        expect(
          rows
            .filter(isEni)
            .map((row) => eniKey(row.eni))
            .sort(),
        ).toEqual(expected.sort());
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        // Nothing stands before the head of its group.
        if (rows[0]) expect(rows[0].kind).toBe('group');
      }),
    ));

  it('gives each group the totals that a recount of its ENIs gives, and the grand total counts each ENI once', () =>
    fc.assert(
      fc.property(enis, group, shape, (all, column, as) => {
        const { rows, summary } = tableRows(all, { ...by(column), shape: as }, ALL_FOLDED);
        const heads = rows.filter(isHead);
        expect(rows).toEqual(heads);
        expect(summary?.groups).toBe(heads.length);
        for (const id of TOTAL_IDS) {
          expect(summary?.totals[id]).toBe(recount(all, id));
          for (const { value, totals } of heads)
            expect(totals[id]).toBe(
              recount(
                all.filter((each) => groupReader(column)(each).includes(value)),
                id,
              ),
            );
        }
        const several = all.filter((each) => groupReader(column)(each).length > 1);
        expect(summary?.inSeveral).toBe(several.length);
        const sum = heads.reduce((total, { totals }) => total + totals.enis, 0);
        if (several.length === 0) expect(sum).toBe(all.length);
        else expect(sum).toBeGreaterThan(all.length);
      }),
    ));

  it('puts groups in the order of any total, equals by name, and turns it round', () =>
    fc.assert(
      fc.property(enis, group, fc.constantFrom(...TOTAL_IDS), (all, column, total) => {
        const up = tableRows(all, by(column, { by: total, descending: false }), ALL_FOLDED).rows.filter(
          isHead,
        );
        const down = tableRows(all, by(column, { by: total, descending: true }), ALL_FOLDED).rows.filter(
          isHead,
        );
        const figures = up.map(({ totals }) => totals[total]);
        expect(figures).toEqual([...figures].sort((a, b) => a - b));
        expect(down.map(({ totals }) => totals[total])).toEqual([...figures].reverse());
        const named = valuesOf(tableRows(all, by(column)));
        for (const [at, head] of down.entries()) {
          const next = down[at + 1];
          if (next && next.totals[total] === head.totals[total])
            expect(named.indexOf(head.value)).toBeLessThan(named.indexOf(next.value));
        }
      }),
    ));

  it('keeps within a group the order of its rows, whatever the order of the groups', () =>
    fc.assert(
      fc.property(enis, fc.constantFrom(...GROUP_ORDERS), fc.boolean(), (all, order, descending) => {
        const sort = { column: 'ip', descending: true } as const;
        const { rows } = tableRows(all, { ...by('vpc', { by: order, descending }), sort });
        const plain = tableRows(all, { shape: 'eni', group: null, sort }).rows;
        for (const head of rows.filter(isHead))
          expect(rows.filter((row) => isEni(row) && row.eni.vpcId === head.value)).toEqual(
            plain.filter((row) => isEni(row) && row.eni.vpcId === head.value),
          );
      }),
    ));

  it('tells an empty tag from none, in the order of people, none last in both directions', () => {
    const all = [
      eniWith({ id: 'eni-1' }),
      ...['', 'a10', 'a9'].map((value) => eniWith({ id: `eni-${value}`, tags: [{ key: 'team', value }] })),
    ];
    expect(valuesOf(tableRows(all, by('tag:team')))).toEqual(['', 'a9', 'a10', null]);
    const down = by('tag:team', { by: 'name', descending: true });
    expect(valuesOf(tableRows(all, down))).toEqual(['a10', 'a9', '', null]);
  });

  it('orders groups by how they read and not by their id; those that read alike by id', () => {
    const all = ['vpc-1', 'vpc-2', 'vpc-3', 'vpc-4'].map((vpcId) => eniWith({ id: `eni-${vpcId}`, vpcId }));
    const names: Record<string, string> = { 'vpc-1': 'web-10', 'vpc-2': 'web-9', 'vpc-4': 'web-9' };
    const labelled = tableRows(all, by('vpc'), ALL_OPEN, (id) => names[id] ?? id);
    expect(valuesOf(labelled)).toEqual(['vpc-3', 'vpc-2', 'vpc-4', 'vpc-1']);
  });

  it('hides the rows of a folded group and keeps its totals', () => {
    const all = [eniWith({ id: 'eni-1', vpcId: 'vpc-1' }), eniWith({ id: 'eni-2', vpcId: 'vpc-2' })];
    const [first] = tableRows(all, by('vpc')).rows;
    const { rows } = tableRows(all, by('vpc'), toggleGroup(ALL_OPEN, first?.key ?? ''));
    expect(rows.map((row) => (isHead(row) ? row.value : eniKey(row.eni)))).toEqual([
      'vpc-1',
      'vpc-2',
      'prod/cn-hangzhou/eni-2',
    ]);
    expect(rows.find(isHead)?.totals.enis).toBe(1);
  });

  it('gives the same row objects again, so that what is drawn stays', () => {
    const all = [eniWith({ id: 'eni-1', privateIpAddress: '10.0.0.1', securityGroupIds: ['sg-1', 'sg-2'] })];
    for (const as of ['eni', 'address'] as const)
      for (const view of [
        { shape: as, group: null, sort: null },
        { ...by('sg'), shape: as },
      ]) {
        const [before, after] = [tableRows(all, view), tableRows([...all], view)];
        expect(before.rows.filter(isEni)).toHaveLength(view.group === null ? 1 : 2);
        for (const [at, row] of before.rows.filter(isEni).entries())
          expect(row).toBe(after.rows.filter(isEni)[at]);
      }
  });
});
