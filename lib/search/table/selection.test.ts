import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { runSteps } from '@/lib/steps/run-steps';
import { ALL_FOLDED, ALL_OPEN, type Folding } from './folding';
import { BY_NAME } from './group-by';
import { NOTHING_SELECTED, type Selection, selectedEnis, selectRow } from './selection';
import { type RowsView, tableRowSteps } from './table-rows';

const tableRows = (all: typeof enis, view: RowsView, folding: Folding = ALL_OPEN) =>
  runSteps(tableRowSteps(all, view, folding, String)).rows;

const enis = Array.from({ length: 12 }, (_, at) =>
  eniWith({
    id: `eni-${String(at).padStart(2, '0')}`,
    vpcId: `vpc-${at % 3}`,
    privateIpAddress: `10.0.0.${at}`,
  }),
);
const plain = tableRows(enis, { shape: 'eni', sort: null, group: null });
const ids = (selection: Selection) => selectedEnis(selection, enis).map(({ id }) => id);
const press = (selection: Selection, index: number, from: number | null = null) =>
  selectRow(selection, plain, enis, { index, from });

describe('selectRow', () => {
  it('picks a row and lets it go again', () => {
    const one = press(NOTHING_SELECTED, 3);
    expect(ids(one)).toEqual(['eni-03']);
    expect(ids(press(one, 3))).toEqual([]);
  });

  it('picks a range either way, whatever was picked', () =>
    fc.assert(
      fc.property(fc.nat(11), fc.nat(11), fc.array(fc.nat(11)), (from, index, before) => {
        const start = before.reduce((selection, at) => press(selection, at), NOTHING_SELECTED as Selection);
        const picked = ids(press(start, index, from));
        for (let at = Math.min(from, index); at <= Math.max(from, index); at++)
          expect(picked).toContain(enis[at]?.id);
        for (const id of ids(start)) expect(picked).toContain(id);
      }),
    ));

  it('lets one go of all that match', () =>
    expect(ids(press({ is: 'all' }, 0))).toEqual(enis.slice(1).map(({ id }) => id)));

  it('picks a group by its head', () => {
    const rows = tableRows(enis, { shape: 'eni', sort: null, group: { by: 'vpc', order: BY_NAME } });
    const group = selectRow(NOTHING_SELECTED, rows, enis, { index: 0, from: null });
    expect(ids(group)).toEqual(['eni-00', 'eni-03', 'eni-06', 'eni-09']);
    expect(ids(selectRow(group, rows, enis, { index: 0, from: null }))).toEqual([]);
  });

  it('picks a folded group by its head, alone and in a range', () => {
    const rows = tableRows(
      enis,
      { shape: 'eni', sort: null, group: { by: 'vpc', order: BY_NAME } },
      ALL_FOLDED,
    );
    const group = selectRow(NOTHING_SELECTED, rows, enis, { index: 0, from: null });
    expect(ids(group)).toEqual(['eni-00', 'eni-03', 'eni-06', 'eni-09']);
    expect(ids(selectRow(NOTHING_SELECTED, rows, enis, { index: 2, from: 1 }))).toHaveLength(8);
  });

  it('picks the ENI of an address, whichever of its rows was pressed', () => {
    const rows = tableRows(enis, { shape: 'address', sort: null, group: null });
    expect(ids(selectRow(NOTHING_SELECTED, rows, enis, { index: 5, from: null }))).toEqual(['eni-05']);
  });
});
