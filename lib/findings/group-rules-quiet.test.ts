import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { privateIp } from '@/lib/eni/eni.test-kit';
import { calmEni, found, inputWith } from './findings.test-kit';
import type { RuleId } from './rule-ids';

type Quiet = [rule: RuleId, why: string, enis: Eni[]];

const eni = (number: number, fields: Partial<Eni> = {}) => calmEni({ id: `eni-${number}`, ...fields });
const holding = (number: number, ip: string, fields: Partial<Eni> = {}) =>
  eni(number, { privateIps: [privateIp(ip, { primary: true })], ...fields });
const ips = (count: number) =>
  Array.from({ length: count }, (_, at) => privateIp(`10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`));
const four = (of: (at: number) => Eni) => [0, 1, 2, 3].map(of);

const QUIET: Quiet[] = [
  ['sg-near-capacity', 'there is room', [eni(1, { privateIps: ips(20) })]],
  ['vpc-near-ip-quota', 'there is room', [eni(1, { privateIps: ips(20) })]],
  [
    'mixed-sg-on-instance',
    'groups are the same in another order',
    [eni(1, { securityGroupIds: ['a', 'b'] }), eni(2, { securityGroupIds: ['b', 'a'] })],
  ],
  ['mixed-sg-on-instance', 'one has none', [eni(1), eni(2, { securityGroupIds: [] })]],
  ['multi-vpc-instance', 'a VPC is unknown', [eni(1), eni(2, { vpcId: null })]],
  [
    'multi-vpc-instance',
    'the instance is another region’s',
    [eni(1), eni(2, { vpcId: 'vpc-2', region: 'cn-beijing' })],
  ],
  [
    'multi-vswitch-instance',
    'they are not attached',
    [eni(1, { instanceId: null }), eni(2, { instanceId: null, vSwitchId: 'vsw-2' })],
  ],
  ['service-managed-inventory', 'nobody says so', [eni(1, { serviceManaged: null })]],
  ['foreign-owner', 'half have each', [eni(1, { ownerId: '1' }), eni(2, { ownerId: '2' })]],
  [
    'duplicate-ip-in-vpc',
    'VPCs differ',
    [holding(1, '10.0.0.5'), holding(2, '10.0.0.5', { vpcId: 'vpc-2' })],
  ],
  [
    'duplicate-ip-in-vpc',
    'one ENI lists it twice',
    [eni(1, { privateIps: [privateIp('10.0.0.5'), privateIp('10.0.0.5')] })],
  ],
  [
    'duplicate-ip-in-vpc',
    'it lies in its own prefix',
    [holding(1, '10.0.0.17', { ipv4Prefixes: ['10.0.0.16/28'] })],
  ],
  ['duplicate-ip-in-vpc', 'one ENI comes twice', [holding(1, '10.0.0.5'), holding(1, '10.0.0.5')]],
  [
    'duplicate-ip-in-vpc',
    'two accounts list a shared one',
    [holding(1, '10.0.0.5'), holding(1, '10.0.0.5', { account: 'dev' })],
  ],
  ['overlap-in-use', 'networks differ', [holding(1, '10.0.0.5'), holding(2, '10.0.1.5', { vpcId: 'vpc-2' })]],
  [
    'mixed-allocation-vswitch',
    'there are prefixes only',
    [holding(1, '10.0.0.5', { ipv4Prefixes: ['10.1.0.0/28'] })],
  ],
  ['mixed-allocation-vswitch', 'there are singles only', [eni(1, { privateIps: ips(3) })]],
  ['observed-fragmentation', 'no prefix is in use', four((at) => holding(at, `10.0.${at}.1`))],
  [
    'observed-fragmentation',
    'few blocks are touched',
    [holding(1, '10.0.0.1', { ipv4Prefixes: ['10.0.9.0/28'] })],
  ],
  [
    'integrity',
    'a vSwitch of that id is in another region',
    [eni(1), eni(2, { vpcId: 'vpc-2', region: 'cn-beijing' })],
  ],
];

describe('a rule on several ENIs', () => {
  it.each(QUIET)('%s is quiet where %s', (rule, _, enis) =>
    expect(found(rule, inputWith({ enis }))).toEqual([]),
  );
});
