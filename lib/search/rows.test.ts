import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { DEFAULT_COLUMNS, shownColumns } from './columns';
import { sortEnis } from './sort';

describe('shownColumns', () => {
  const one = { accounts: ['prod'], regions: ['cn-hangzhou'] };
  it('says where a row is from when rows come from several places: the account whatever was chosen', () => {
    expect(shownColumns(DEFAULT_COLUMNS, one)).toEqual(DEFAULT_COLUMNS);
    expect(
      shownColumns(DEFAULT_COLUMNS, {
        accounts: ['prod', 'lab'],
        regions: ['cn-hangzhou', 'cn-beijing'],
      }).slice(0, 4),
    ).toEqual(['name', 'account', 'region', 'status']);
    expect(shownColumns(['id'], { ...one, accounts: ['prod', 'lab'] })).toEqual(['id', 'account']);
  });
});

describe('sortEnis', () => {
  const ids = (enis: readonly { id: string }[]) => enis.map(({ id }) => id);
  const rows = [
    eniWith({
      id: 'eni-a',
      name: 'node-10',
      privateIpAddress: '10.0.0.10',
      creationTime: '2026-01-02T00:00:00Z',
    }),
    eniWith({
      id: 'eni-b',
      name: 'node-9',
      privateIpAddress: '10.0.0.9',
      creationTime: '2026-01-01T00:00:00Z',
    }),
    eniWith({ id: 'eni-c', name: 'node-9', privateIpAddress: null, creationTime: null }),
  ];

  it.each([
    ['ip', false, ['eni-b', 'eni-a', 'eni-c']],
    ['ip', true, ['eni-a', 'eni-b', 'eni-c']],
    ['name', false, ['eni-b', 'eni-c', 'eni-a']],
    ['created', true, ['eni-a', 'eni-b', 'eni-c']],
  ] as const)('by %s, descending %s', (column, descending, order) => {
    expect(ids(sortEnis(rows, { column, descending }))).toEqual(order);
  });

  it('puts masked addresses last in both directions', () => {
    const masked = [eniWith({ id: 'eni-m', privateIpAddress: '172.17.**.**' }), ...rows.slice(0, 2)];
    for (const descending of [false, true])
      expect(ids(sortEnis(masked, { column: 'ip', descending })).at(-1)).toBe('eni-m');
  });

  it('leaves the order of reading alone when nothing is asked', () =>
    expect(sortEnis(rows, null)).toBe(rows));
});
