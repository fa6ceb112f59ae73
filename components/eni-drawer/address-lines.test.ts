import { expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { addressLines } from './address-lines';

const ip = (privateIpAddress: string, primary = false, publicIp: string | null = null) => ({
  privateIpAddress,
  primary,
  publicIp,
  allocationId: null,
  privateDnsName: null,
});

const eni = (change: Partial<Eni>) =>
  ({
    privateIpAddress: null,
    privateIps: [],
    ipv6Addresses: [],
    ipv4Prefixes: [],
    ipv6Prefixes: [],
    publicIp: null,
    ...change,
  }) as Eni;

it('puts the primary address first and keeps the order of the others', () =>
  expect(
    addressLines(
      eni({
        privateIpAddress: '10.0.0.3',
        privateIps: [ip('10.0.0.9'), ip('10.0.0.3', true, '47.1.1.1'), ip('10.0.0.4')],
        ipv6Addresses: [{ ipv6Address: '2408::1', primary: null }],
        publicIp: '47.1.1.1',
      }),
    ).map((line) => [line.address, line.isPrimary, line.eip]),
  ).toEqual([
    ['10.0.0.3', true, '47.1.1.1'],
    ['10.0.0.9', false, null],
    ['10.0.0.4', false, null],
    ['2408::1', false, null],
  ]));

it('shows a primary address that the list leaves out with the EIP of the ENI, and an EIP that no address claims', () => {
  expect(
    addressLines(eni({ privateIpAddress: '10.0.0.3', publicIp: '47.1.1.1' })).map((line) => [
      line.address,
      line.eip,
    ]),
  ).toEqual([['10.0.0.3', '47.1.1.1']]);
  expect(addressLines(eni({ publicIp: '47.1.1.1' })).map((line) => [line.address, line.eip])).toEqual([
    [null, '47.1.1.1'],
  ]);
});
