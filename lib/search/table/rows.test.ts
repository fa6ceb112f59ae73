import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { runSteps } from '@/lib/steps/run-steps';
import { DEFAULT_COLUMNS, shownColumns } from './columns';
import { sortAddressSteps, sortEnis } from './sort';

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

describe('sortAddressSteps', () => {
  const enis = [
    eniWith({
      id: 'eni-b',
      privateIpAddress: '10.0.0.9',
      privateIps: ['10.0.0.9', '10.0.0.30'].map((privateIpAddress, at) => ({
        privateIpAddress,
        primary: at === 0,
        publicIp: at === 1 ? '47.1.1.1' : null,
        allocationId: null,
        privateDnsName: null,
      })),
      ipv4Prefixes: ['10.0.1.0/28'],
    }),
    eniWith({ id: 'eni-a', privateIpAddress: '10.0.0.10', privateIps: [] }),
  ];
  const said = (sort: Parameters<typeof sortAddressSteps>[1]) =>
    runSteps(sortAddressSteps(enis, sort)).map(({ address }) => address.address);

  it('gives each address and prefix a row, those of an ENI together', () =>
    expect(said(null)).toEqual(['10.0.0.9', '10.0.0.30', '10.0.1.0/28', '10.0.0.10']));
  it('sorts by the address of the row', () =>
    expect(said({ column: 'ip', descending: false })).toEqual([
      '10.0.0.9',
      '10.0.0.10',
      '10.0.0.30',
      '10.0.1.0/28',
    ]));
  it('sorts by the EIP of that address, those without one last', () =>
    expect(said({ column: 'eip', descending: true })[0]).toBe('10.0.0.30'));
});
