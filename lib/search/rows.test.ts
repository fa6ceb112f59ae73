import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import type { EnisPage } from '@/lib/eni/page';
import { DEFAULT_COLUMNS, shownColumns } from './columns';
import { mergePages } from './merge';
import { sortEnis } from './sort';

const page = (ids: string[], more: Partial<EnisPage> = {}): EnisPage => ({
  items: ids.map((id) => eniWith({ id })),
  cursor: 'more',
  scope: { accounts: ['prod'], regions: ['cn-hangzhou'] },
  scanned: ids.length,
  filteredAfter: [],
  failures: [],
  caveats: [],
  asOf: '2026-11-23T10:00:00Z',
  upstream: [
    {
      action: 'DescribeNetworkInterfaces',
      account: 'prod',
      region: 'cn-hangzhou',
      requestId: 'R',
      ms: 1,
      cached: false,
      stale: null,
      asOf: '2026-11-23T10:00:00Z',
    },
  ],
  ...more,
});

describe('mergePages', () => {
  it('shows a row that comes again once, where it stood, as it came last', () => {
    const again = page(['eni-2', 'eni-3'], {
      cursor: null,
      items: [eniWith({ id: 'eni-2', status: 'Deleting' }), eniWith({ id: 'eni-3' })],
    });
    const reading = mergePages([page(['eni-1', 'eni-2']), again]);
    expect(reading.enis.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'eni-1 null',
      'eni-2 Deleting',
      'eni-3 null',
    ]);
    expect(reading).toMatchObject({ scanned: 4, calls: 2, complete: true });
  });

  it('says a caveat once', () => {
    const caveats = [{ code: 'restarted' as const }];
    expect(mergePages([page([], { caveats }), page([], { caveats })]).caveats).toEqual(caveats);
  });

  it('is not complete while there is a cursor, nor with nothing read', () => {
    expect(mergePages([page(['eni-1'])]).complete).toBe(false);
    expect(mergePages([]).complete).toBe(false);
  });
});

describe('shownColumns', () => {
  const one = { accounts: ['prod'], regions: ['cn-hangzhou'] };
  it('says where a row is from when rows come from several places, unless columns were chosen', () => {
    expect(shownColumns(DEFAULT_COLUMNS, one)).toEqual(DEFAULT_COLUMNS);
    expect(
      shownColumns(DEFAULT_COLUMNS, {
        accounts: ['prod', 'lab'],
        regions: ['cn-hangzhou', 'cn-beijing'],
      }).slice(0, 4),
    ).toEqual(['name', 'account', 'region', 'status']);
    expect(shownColumns(['id'], { ...one, accounts: ['prod', 'lab'] })).toEqual(['id']);
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
