import { describe, expect, it } from 'vitest';
import { eniWith } from './eni.test-kit';
import { addressesOf } from './eni-address';

const ip = (privateIpAddress: string, primary: boolean, publicIp: string | null = null) => ({
  privateIpAddress,
  primary,
  publicIp,
  allocationId: null,
  privateDnsName: null,
});

describe('addressesOf', () => {
  it('says each address and prefix with its kind, the primary one first', () => {
    const eni = eniWith({
      privateIpAddress: '10.0.0.9',
      privateIps: [ip('10.0.0.30', false, '47.1.1.1'), ip('10.0.0.9', true)],
      ipv6Addresses: [{ ipv6Address: '2408::9', primary: null }],
      ipv4Prefixes: ['10.0.1.0/28'],
      ipv6Prefixes: ['2408::/80'],
    });
    expect(addressesOf(eni).map(({ address, kind, eip }) => [address, kind, eip])).toEqual([
      ['10.0.0.9', 'primary', null],
      ['10.0.0.30', 'secondary', '47.1.1.1'],
      ['2408::9', 'ipv6', null],
      ['10.0.1.0/28', 'ipv4Prefix', null],
      ['2408::/80', 'ipv6Prefix', null],
    ]);
  });

  it('takes the primary address and its EIP from the top where the API says them there alone', () => {
    const alone = eniWith({ privateIpAddress: '10.0.0.9', publicIp: '47.1.1.1' });
    expect(addressesOf(alone)).toMatchObject([{ address: '10.0.0.9', kind: 'primary', eip: '47.1.1.1' }]);
    const beside = eniWith({
      privateIpAddress: '10.0.0.9',
      publicIp: '47.1.1.1',
      privateIps: [ip('10.0.0.9', true), ip('10.0.0.30', false, '47.1.1.1')],
    });
    expect(addressesOf(beside).map(({ eip }) => eip)).toEqual([null, '47.1.1.1']);
  });
});
