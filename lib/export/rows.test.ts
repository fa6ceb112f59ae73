import { expect, it } from 'vitest';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { cellOf, type ExportColumn, readColumn } from './export-columns';
import { rowsOf } from './rows';

const eni = eniWith({
  name: '网关',
  privateIpAddress: '10.0.0.1',
  privateIps: [
    privateIp('10.0.0.2', { publicIp: '47.0.0.2', privateDnsName: 'two.internal' }),
    privateIp('10.0.0.1', { primary: true, publicIp: '47.0.0.1' }),
  ],
  ipv6Addresses: [{ ipv6Address: '2408::1', primary: true }],
  ipv4Prefixes: ['10.0.0.16/28'],
  securityGroupIds: ['sg-1', 'sg-2'],
  tags: [{ key: 'team', value: '网络' }],
  deleteOnRelease: false,
});

const table = (shape: 'eni' | 'address', columns: ExportColumn[], enis = [eni]) =>
  rowsOf(enis, shape).map((row) => columns.map((column) => cellOf(column, row)));

it('has a row an ENI, lists in one cell', () =>
  expect(
    table('eni', [
      'name',
      'ip',
      'eip',
      'addresses',
      'sg',
      'tags',
      'tag:team',
      'tag:none',
      'ips',
      'deleteOnRelease',
    ]),
  ).toEqual([
    [
      '网关',
      '10.0.0.1',
      '47.0.0.2; 47.0.0.1',
      '10.0.0.1; 10.0.0.2; 2408::1; 10.0.0.16/28',
      'sg-1; sg-2',
      'team=网络',
      '网络',
      null,
      2,
      false,
    ],
  ]));

it('has a row an address, with what is its own', () =>
  expect(table('address', ['ip', 'kind', 'eip', 'dnsName', 'name'])).toEqual([
    ['10.0.0.1', 'primary', '47.0.0.1', null, '网关'],
    ['10.0.0.2', 'secondary', '47.0.0.2', 'two.internal', '网关'],
    ['2408::1', 'ipv6', null, null, '网关'],
    ['10.0.0.16/28', 'ipv4Prefix', null, null, '网关'],
  ]));

it('has the names of ids, those of groups in the order of these', () => {
  const names = new Map([
    ['vpc-1', '核心'],
    ['sg-2', 'web'],
  ]);
  const rows = rowsOf([{ ...eni, vpcId: 'vpc-1', instanceId: null }], 'eni', (id) => names.get(id) ?? null);
  const columns: ExportColumn[] = ['vpcName', 'sgNames', 'instanceName'];
  expect(rows.map((row) => columns.map((column) => readColumn(column, row)))).toEqual([
    ['核心', ['', 'web'], null],
  ]);
});

it('leaves out no ENI, though no address of it is known', () =>
  expect(table('address', ['id', 'ip', 'kind'], [eniWith()])).toEqual([['eni-1', null, null]]));
