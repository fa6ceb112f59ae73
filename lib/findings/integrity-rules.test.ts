import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { privateIp } from '@/lib/eni/eni.test-kit';
import type { Evidence } from './finding';
import { calmEni, found, inputWith } from './findings.test-kit';

const eip = privateIp('10.0.0.1', { primary: true, publicIp: '47.1.1.1', allocationId: 'eip-1' });
const fiveIps = [1, 2, 3, 4, 5].map((host) => privateIp(`10.0.0.${host}`));

const WRONG: [why: string, eni: Eni, evidence: Evidence][] = [
  ['no address is primary', calmEni({ privateIps: fiveIps }), { problem: 'no_primary' }],
  [
    'two are primary',
    calmEni({ privateIps: [eip, { ...eip, privateIpAddress: '10.0.0.2' }] }),

    { problem: 'many_primaries', value: '10.0.0.1 10.0.0.2' },
  ],
  [
    'the primary is not listed',
    calmEni({ privateIpAddress: '10.0.0.9', privateIps: [eip] }),

    { problem: 'primary_not_listed' },
  ],
  [
    'an address is masked',
    calmEni({ privateIpAddress: '172.17.**.**' }),

    { problem: 'address_unreadable', value: '172.17.**.**' },
  ],
  [
    'an IPv6 address is none',
    calmEni({ ipv6Addresses: [{ ipv6Address: 'hide', primary: null }] }),

    { problem: 'address_unreadable' },
  ],
  [
    'a prefix is no /28',
    calmEni({ ipv4Prefixes: ['10.0.0.0/24'] }),

    { problem: 'ipv4_prefix_not_28' },
  ],
  [
    'a prefix is not aligned',
    calmEni({ ipv4Prefixes: ['10.0.0.8/28'] }),

    { problem: 'ipv4_prefix_not_28' },
  ],
  [
    'an IPv6 prefix is no /80',
    calmEni({ ipv6Prefixes: ['2408::/64'] }),

    { problem: 'ipv6_prefix_not_80' },
  ],
  [
    'it is in use by nothing',
    calmEni({ instanceId: null }),

    { problem: 'in_use_without_instance' },
  ],
];

describe('integrity', () => {
  it.each(WRONG)('names an ENI of which %s', (_, eni, evidence) =>
    expect(found('integrity', inputWith({ enis: [eni] }))).toMatchObject([
      { severity: 'data', enis: ['eni-1'], evidence },
    ]),
  );

  it('keys the problems of one ENI apart', () => {
    const eni = calmEni({ instanceId: null, privateIps: fiveIps });
    expect(found('integrity', inputWith({ enis: [eni] })).map(({ key }) => key)).toEqual([
      'integrity prod/cn-hangzhou/eni-1 no_primary',
      'integrity prod/cn-hangzhou/eni-1 in_use_without_instance',
    ]);
  });
});
