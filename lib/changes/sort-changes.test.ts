import { expect, it } from 'vitest';
import type { Change } from './change';
import { rowWith } from './changes.test-kit';
import { isListColumn, sortChanges } from './sort-changes';

const change = (kind: Change['kind'], id: string, to: string | null): Change => ({
  kind,
  eni: rowWith({ id }),
  fromEni: null,
  address: null,
  from: null,
  to,
});
const changes = [change('status', 'eni-10', 'InUse'), change('new', 'eni-9', 'Available')];

it.each([
  ['change', false, ['eni-9', 'eni-10']],
  ['eni', false, ['eni-9', 'eni-10']],
  ['eni', true, ['eni-10', 'eni-9']],
  ['is', true, ['eni-10', 'eni-9']],
] as const)('sorts by %s, descending: %s', (column, descending, ids) =>
  expect(sortChanges(changes, { column, descending }).map(({ eni }) => eni.id)).toEqual(ids),
);

it('keeps the order where none is asked for', () => {
  expect(sortChanges(changes, null)).toBe(changes);
  expect(isListColumn('toString')).toBe(false);
});
