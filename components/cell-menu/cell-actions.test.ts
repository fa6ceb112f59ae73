import { describe, expect, it } from 'vitest';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { keepOf } from '@/lib/search/keep';
import { EMPTY_SEARCH } from '@/lib/search/search';
import { cellValues, filterOfColumn } from '@/lib/search/table/cell-terms';
import { COLUMN_IDS, type TableColumn } from '@/lib/search/table/columns';
import { cellActions } from './cell-actions';

const eni = eniWith({
  id: 'eni-bp1a',
  name: 'a*b, c',
  description: 'two\\words',
  status: 'InUse',
  type: 'Secondary',
  vpcId: 'vpc-1',
  vSwitchId: 'vsw-1',
  zoneId: 'cn-hangzhou-h',
  instanceId: 'i-bp1',
  macAddress: '00:16:3E:0a:1b:2c',
  privateIpAddress: '10.0.0.7',
  privateIps: [privateIp('10.0.0.7', { primary: true, publicIp: '47.98.12.7' }), privateIp('172.17.**.**')],
  ipv6Addresses: [{ ipv6Address: '2408:0::1F', primary: null }],
  ipv4Prefixes: ['10.0.5.16/28'],
  securityGroupIds: ['sg-1', 'sg-2'],
  tags: [
    { key: 'env', value: 'prod' },
    { key: 'a:b', value: '' },
  ],
  serviceManaged: false,
  deleteOnRelease: true,
  resourceGroupId: 'rg-1',
  trafficMode: 'Standard',
  creationTime: '2026-11-01T08:00:00Z',
});

const said = (column: TableColumn) =>
  cellActions(eni, column).flatMap(({ actions }) =>
    actions.map((action) => {
      const what = action.kind === 'open' ? action.what : action.kind;
      if ('term' in action) return `${what} ${action.term.key}=${action.term.values.join()}`;
      return 'text' in action ? `${what} ${action.text}` : what;
    }),
  );

const OPEN = [
  'sameInstance instance=i-bp1',
  'sameVswitch vswitch=vsw-1',
  'sameGroup sg=sg-1,sg-2',
  'console',
];

describe('cellActions', () => {
  it.each<[TableColumn, string[]]>([
    [
      'status',
      ['include status=InUse', 'exclude status=InUse', 'copyValue InUse', 'copyId eni-bp1a', ...OPEN],
    ],
    ['id', ['include eni=eni-bp1a', 'exclude eni=eni-bp1a', 'copyValue eni-bp1a', ...OPEN]],
    [
      'sg',
      [
        'include sg=sg-1',
        'exclude sg=sg-1',
        'include sg=sg-2',
        'exclude sg=sg-2',
        'copyValue sg-1\nsg-2',
        'copyId eni-bp1a',
        ...OPEN,
      ],
    ],
    [
      'eip',
      [
        'include eip=47.98.12.7',
        'exclude eip=47.98.12.7',
        'copyValue 47.98.12.7',
        'copyId eni-bp1a',
        'whoHas ip=47.98.12.7',
        ...OPEN,
      ],
    ],
    [
      'tag:env',
      ['include tag=env:prod', 'exclude tag=env:prod', 'copyValue prod', 'copyId eni-bp1a', ...OPEN],
    ],
    ['tag:team', ['copyId eni-bp1a', ...OPEN]],
    ['region', ['copyValue cn-hangzhou', 'copyId eni-bp1a', ...OPEN]],
  ])('of %s', (column, actions) => expect(said(column)).toEqual(actions));

  it('offers, for the addresses of a row, who has them', () => {
    expect(said('ip')).toContain('whoHas ip=10.0.0.7');
    expect(said('ipv6')).toContain('whoHas ip=2408::1f');
    expect(said('prefix').some((each) => each.startsWith('whoHas'))).toBe(false);
  });

  it('offers nothing to open for a row that has no neighbours', () =>
    expect(cellActions(eniWith({ id: 'x' }), 'name').map(({ name }) => name)).toEqual(['copy']));

  it.each(COLUMN_IDS.filter((column) => filterOfColumn(column) !== null))(
    'every filter of %s keeps the row that it came from',
    (column) => {
      const values = cellValues(eni, column);
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) {
        const term = { key: filterOfColumn(column) ?? 'eni', negated: false, values: [value] };
        expect(keepOf({ ...EMPTY_SEARCH, terms: [term] }, 0)(eni)).toBe(true);
      }
    },
  );
});
