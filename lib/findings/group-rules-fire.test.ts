import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { privateIp } from '@/lib/eni/eni.test-kit';
import type { Finding } from './finding';
import { calmEni, found, inputWith } from './findings.test-kit';
import { DEFAULT_POLICY, type Policy } from './policy';
import type { RuleId } from './rule-ids';

type Fires = [rule: RuleId, why: string, enis: Eni[], finding: Partial<Finding>, policy?: Partial<Policy>];

const eni = (number: number, fields: Partial<Eni> = {}) => calmEni({ id: `eni-${number}`, ...fields });
const holding = (number: number, ip: string, fields: Partial<Eni> = {}) =>
  eni(number, { privateIps: [privateIp(ip, { primary: true })], ...fields });
const ips = (count: number) =>
  Array.from({ length: count }, (_, at) => privateIp(`10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`));
const low = { thresholds: { ...DEFAULT_POLICY.thresholds, securityGroupAddresses: 20, vpcAddresses: 10 } };
const four = (of: (at: number) => Eni) => [0, 1, 2, 3].map(of);

const FIRES: Fires[] = [
  [
    'sg-near-capacity',
    'addresses are near the limit',
    [eni(1, { privateIps: ips(10) }), eni(2, { privateIps: ips(6) })],
    {
      severity: 'medium',
      subject: { kind: 'sg', account: 'prod', region: 'cn-hangzhou', id: 'sg-1' },
      evidence: { addressesAtLeast: 16, addressesAtMost: 16, addressLimit: 20, enis: 2, eniLimit: 65_536 },
    },
    low,
  ],
  [
    'sg-near-capacity',
    'only prefixes of 16 bring it there',
    [eni(1, { ipv4Prefixes: ['10.0.0.16/28'] })],
    {
      severity: 'low',
      evidence: { addressesAtLeast: 1, addressesAtMost: 16, addressLimit: 20, enis: 1, eniLimit: 65_536 },
    },
    low,
  ],
  [
    'vpc-near-ip-quota',
    'a VPC has 80 %',
    [eni(1, { privateIps: ips(8) })],
    { addresses: 8, evidence: { used: 8, addressLimit: 10, enis: 1 } },
    low,
  ],
  [
    'mixed-sg-on-instance',
    'groups differ',
    [eni(1), eni(2, { securityGroupIds: ['sg-2'] })],
    { enis: ['eni-1', 'eni-2'], keep: null },
  ],
  [
    'mixed-sg-on-instance',
    'a pod has its own',
    [eni(1), eni(2, { securityGroupIds: ['sg-2'], tags: [{ key: 'creator', value: 'terway' }] })],
    { severity: 'info', keep: 'terway' },
  ],
  [
    'multi-vpc-instance',
    'VPCs differ',
    [eni(1), eni(2, { vpcId: 'vpc-2' })],
    { severity: 'medium', evidence: { vpcs: 'vpc-1 vpc-2', enis: 2 } },
  ],
  [
    'multi-vswitch-instance',
    'vSwitches differ',
    [eni(1), eni(2, { vSwitchId: 'vsw-2' })],
    { severity: 'info' },
  ],
  [
    'service-managed-inventory',
    'a service holds some',
    [eni(1, { serviceManaged: true, serviceId: '7', instanceId: null })],
    { keep: 'service', evidence: { serviceId: '7', service: 'service', enis: 1, withoutInstance: 1 } },
  ],
  [
    'foreign-owner',
    'one of three has another',
    [eni(1, { ownerId: '1' }), eni(2, { ownerId: '1' }), eni(3, { ownerId: '2' })],
    { enis: ['eni-3'], evidence: { ownerId: '2', usualOwnerId: '1' } },
  ],
  [
    'duplicate-ip-in-vpc',
    'two have an address',
    [holding(1, '10.0.0.5'), holding(2, '10.0.0.5')],
    {
      severity: 'data',
      subject: { kind: 'address', account: 'prod', region: 'cn-hangzhou', id: 'vpc-1/10.0.0.5' },
      enis: ['eni-1', 'eni-2'],
    },
  ],
  [
    'duplicate-ip-in-vpc',
    "one lies in another's prefix",
    [holding(1, '10.0.0.17'), eni(2, { ipv4Prefixes: ['10.0.0.16/28'] })],
    { enis: ['eni-1', 'eni-2'] },
  ],
  [
    'duplicate-ip-in-vpc',
    'two have a prefix',
    [1, 2].map((n) => eni(n, { ipv4Prefixes: ['10.0.0.16/28'] })),
    { evidence: { value: '10.0.0.16/28', enis: 2 } },
  ],
  [
    'mixed-allocation-vswitch',
    'singles and prefixes meet',
    [eni(1, { privateIps: ips(2) }), eni(2, { ipv4Prefixes: ['10.1.0.0/28'] })],
    { evidence: { secondaries: 2, prefixes: 1, mixedEnis: 0 } },
  ],
  [
    'observed-fragmentation',
    'four blocks have one address each',
    [...four((at) => holding(at, `10.0.${at}.1`)), eni(9, { ipv4Prefixes: ['10.0.9.0/28'] })],
    { evidence: { used: 4, touchedBlocks: 4, percent: 6 } },
  ],
  [
    'integrity',
    'a vSwitch is in two VPCs',
    [eni(1), eni(2, { vpcId: 'vpc-2' })],
    { evidence: { problem: 'vswitch_in_many_vpcs', value: 'vpc-1 vpc-2' } },
  ],
  [
    'integrity',
    'a vSwitch is in two zones',
    [eni(1), eni(2, { zoneId: 'cn-hangzhou-b' })],
    { evidence: { problem: 'vswitch_in_many_zones', value: 'cn-hangzhou-b cn-hangzhou-h' } },
  ],
  [
    'integrity',
    'two have a MAC',
    [eni(1, { macAddress: '00:16:3E:00:00:01' }), eni(2, { macAddress: '00:16:3e:00:00:01' })],
    { evidence: { problem: 'duplicate_mac', value: '00:16:3e:00:00:01' } },
  ],
];

describe('a rule on several ENIs', () => {
  it.each(FIRES)('%s fires where %s', (rule, _, enis, finding, policy = {}) =>
    expect(found(rule, inputWith({ enis, policy }))).toMatchObject([{ rule, ...finding }]),
  );

  it.each([
    ['info', []],
    ['info', [['vpc-1', 'vpc-3']]],
    ['medium', [['vpc-3'], ['vpc-2', 'vpc-1']]],
  ])('calls a network in use in two VPCs %s where %j are connected', (severity, connectedVpcs) => {
    const enis = [holding(1, '10.0.0.5'), holding(2, '10.0.0.5', { vpcId: 'vpc-2' }), holding(3, '10.0.0.6')];
    const all = found('overlap-in-use', inputWith({ enis, policy: { connectedVpcs } }));
    expect(all).toMatchObject([
      {
        severity,
        subject: { id: 'vpc-1' },
        enis: ['eni-1', 'eni-3'],
        evidence: { otherVpcs: 'vpc-2', networks: 1, network: '10.0.0.0/24', addresses: 1 },
      },
      { severity, subject: { id: 'vpc-2' }, enis: ['eni-2'] },
    ]);
  });
});
