import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { privateIp } from '@/lib/eni/eni.test-kit';
import type { VSwitch } from '@/lib/eni/vswitch';
import type { Finding } from './finding';
import { calmEni, found, inputWith, vSwitchIn } from './findings.test-kit';
import type { RuleId } from './rule-ids';

type Fires = [rule: RuleId, why: string, vSwitches: VSwitch[], enis: Eni[], finding: Partial<Finding>];
type Quiet = [rule: RuleId, why: string, vSwitches: VSwitch[], enis: Eni[]];

const free = (availableIpAddressCount: number | null, cidrBlock = '10.0.0.0/24') =>
  vSwitchIn({ availableIpAddressCount, cidrBlock });
const holding = (...addresses: string[]) => calmEni({ privateIps: addresses.map((ip) => privateIp(ip)) });
const prefixed = (...ipv4Prefixes: string[]) => calmEni({ id: 'eni-2', ipv4Prefixes });
const everyBlock = Array.from({ length: 14 }, (_, at) => `10.0.0.${16 * (at + 1)}`);
const zone = (id: string, zoneId: string, availableIpAddressCount: number) =>
  vSwitchIn({ id, zoneId, availableIpAddressCount });

const FIRES: Fires[] = [
  [
    'vswitch-nearly-full',
    'it is 90 % taken',
    [free(25)],
    [],
    {
      severity: 'high',
      addresses: 0,
      evidence: { percent: 90, taken: 227, usable: 252, free: 25, cidrBlock: '10.0.0.0/24' },
    },
  ],
  ['vswitch-nearly-full', 'it is 75 % taken', [free(63)], [], { severity: 'low' }],
  ['vswitch-nearly-full', 'few are free', [free(15, '10.0.0.0/26')], [], { severity: 'low' }],
  ['vswitch-nearly-full', 'a small one is short', [free(5, '10.0.0.0/28')], [], { severity: 'low' }],
  [
    'no-free-28',
    'every block is touched',
    [vSwitchIn()],
    [holding(...everyBlock.slice(1)), prefixed('10.0.0.16/28')],
    { severity: 'high', evidence: { prefixes: 1, free: 223, cidrBlock: '10.0.0.0/24' } },
  ],
  [
    'fragmentation',
    'most blocks are touched and prefixes are in use',
    [vSwitchIn()],
    [holding(...everyBlock.slice(2)), prefixed('10.0.0.16/28')],
    { severity: 'medium', evidence: { score: 93, freeBlocks: 1, free: 224, used: 28 } },
  ],
  ['fragmentation', 'most blocks are touched', [vSwitchIn()], [holding(...everyBlock)], { severity: 'info' }],
  [
    'dark-addresses',
    'more is taken than ENIs hold',
    [free(230)],
    [holding('10.0.0.5')],
    { severity: 'info', evidence: { dark: 21, usable: 252, used: 1, free: 230 } },
  ],
  [
    'dark-addresses',
    'the count is behind',
    [free(252)],
    [holding('10.0.0.5')],
    { severity: 'data', evidence: { counter: 252, usable: 252, used: 1, free: 251 } },
  ],
  ['empty-vswitch', 'nothing is in it', [free(252)], [], { severity: 'info' }],
  [
    'vswitch-too-small-for-prefix',
    'it is a /27',
    [vSwitchIn({ id: 'vsw-2', cidrBlock: '10.0.1.0/27' })],
    [prefixed('10.0.0.16/28')],
    { severity: 'info', evidence: { cidrBlock: '10.0.1.0/27' } },
  ],
  [
    'zone-imbalance',
    'one zone has nearly all',
    [zone('vsw-1', 'h', 52), zone('vsw-2', 'b', 242)],
    [],
    {
      subject: { kind: 'vpc', account: 'prod', region: 'cn-hangzhou', id: 'vpc-1' },
      evidence: { zone: 'h', percent: 95, taken: 210, zones: 2 },
    },
  ],
  [
    'address-outside-cidr',
    'an address lies elsewhere',
    [vSwitchIn()],
    [holding('10.0.0.5', '10.0.9.6', '10.0.9.5')],
    {
      severity: 'data',
      enis: ['eni-1'],
      evidence: { value: '10.0.9.5', addresses: 2, cidrBlock: '10.0.0.0/24' },
    },
  ],
  [
    'address-outside-cidr',
    'a prefix lies elsewhere',
    [vSwitchIn()],
    [prefixed('10.0.9.0/28')],
    { enis: ['eni-2'] },
  ],
  [
    'vswitch-unknown',
    'it is not listed',
    [vSwitchIn({ id: 'vsw-2' })],
    [calmEni()],
    { severity: 'data', enis: ['eni-1'] },
  ],
  [
    'ipv6-unused',
    'no ENI has IPv6',
    [vSwitchIn({ ipv6CidrBlock: '2408::/64' })],
    [calmEni()],
    { severity: 'info' },
  ],
];

const QUIET: Quiet[] = [
  ['vswitch-nearly-full', 'it has room', [free(100)], []],
  ['vswitch-nearly-full', 'its count is unknown', [free(null)], []],
  ['vswitch-nearly-full', 'a small one is half free', [free(12, '10.0.0.0/28')], []],
  ['vswitch-nearly-full', 'its CIDR is none', [free(0, '10.0.**.**/24')], []],
  ['no-free-28', 'no prefix is in use', [vSwitchIn()], [holding(...everyBlock)]],
  [
    'no-free-28',
    'a block is free',
    [vSwitchIn()],
    [holding(...everyBlock.slice(2)), prefixed('10.0.0.16/28')],
  ],
  ['fragmentation', 'few blocks are touched', [vSwitchIn()], [holding('10.0.0.20')]],
  ['dark-addresses', 'a few are dark', [free(245)], [holding('10.0.0.5')]],
  ['dark-addresses', 'the count is unknown', [free(null)], [holding('10.0.0.5')]],
  ['empty-vswitch', 'a database may be in it', [free(251)], []],
  ['empty-vswitch', 'an ENI is in it', [free(252)], [calmEni()]],
  ['empty-vswitch', 'its count is unknown', [free(null)], []],
  [
    'vswitch-too-small-for-prefix',
    'a prefix fits',
    [vSwitchIn({ cidrBlock: '10.0.0.0/26' })],
    [prefixed('10.0.0.16/28')],
  ],
  [
    'vswitch-too-small-for-prefix',
    'no prefix is in use in its VPC',
    [vSwitchIn({ cidrBlock: '10.0.0.0/27' })],
    [calmEni()],
  ],
  ['zone-imbalance', 'zones are alike', [zone('vsw-1', 'h', 52), zone('vsw-2', 'b', 52)], []],
  ['zone-imbalance', 'there is one zone', [zone('vsw-1', 'h', 52)], []],
  ['zone-imbalance', 'little is taken', [zone('vsw-1', 'h', 230), zone('vsw-2', 'b', 252)], []],
  ['address-outside-cidr', 'all lie inside', [vSwitchIn()], [holding('10.0.0.5')]],
  ['address-outside-cidr', 'an address is masked', [vSwitchIn()], [holding('172.17.**.**')]],
  ['vswitch-unknown', 'it is listed', [vSwitchIn()], [calmEni()]],
  ['vswitch-unknown', 'another account lists it', [vSwitchIn({ account: 'dev' })], [calmEni()]],
  [
    'vswitch-unknown',
    'no vSwitch of the region is listed',
    [vSwitchIn({ region: 'cn-beijing' })],
    [calmEni()],
  ],
  [
    'ipv6-unused',
    'an ENI has IPv6',
    [vSwitchIn({ ipv6CidrBlock: '2408::/64' })],
    [calmEni({ ipv6Prefixes: ['2408::/80'] })],
  ],
  ['ipv6-unused', 'nothing is in it', [vSwitchIn({ ipv6CidrBlock: '2408::/64' })], []],
  ['ipv6-unused', 'it has no IPv6', [vSwitchIn()], [calmEni()]],
];

describe('a rule on vSwitches', () => {
  it.each(FIRES)('%s fires where %s', (rule, _, vSwitches, enis, finding) =>
    expect(found(rule, inputWith({ vSwitches, enis }))).toMatchObject([{ rule, ...finding }]),
  );

  it.each(QUIET)('%s is quiet where %s', (rule, _, vSwitches, enis) =>
    expect(found(rule, inputWith({ vSwitches, enis }))).toEqual([]),
  );

  it('counts a shared vSwitch once, with the ENIs of both accounts', () => {
    const vSwitches = [free(230), vSwitchIn({ account: 'dev', shared: true, availableIpAddressCount: 230 })];
    const enis = [
      holding('10.0.0.5'),
      calmEni({ id: 'eni-2', account: 'dev', privateIps: [privateIp('10.0.0.6')] }),
    ];
    expect(found('dark-addresses', inputWith({ vSwitches, enis }))).toMatchObject([
      { evidence: { used: 2, dark: 20 } },
    ]);
  });
});
