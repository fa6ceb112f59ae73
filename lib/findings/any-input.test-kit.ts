import fc from 'fast-check';
import type { Eni } from '@/lib/eni/eni';
import { anyUsage } from '@/lib/usage/usage.test-kit';
import type { FindingsInput } from './finding';
import { NOW, vpcWith, vSwitchIn } from './findings.test-kit';
import type { Policy } from './policy';
import { THRESHOLD_NAMES, THRESHOLDS, type ThresholdName, type Thresholds } from './thresholds';

const hostile = fc.constantFrom(
  '',
  'null',
  "a'b",
  '../..',
  '__proto__',
  '云',
  'x'.repeat(200),
  '{count}',
  '-1',
);
const text = (...usual: string[]) =>
  fc.option(fc.oneof({ arbitrary: fc.constantFrom(...usual), weight: 6 }, { arbitrary: hostile, weight: 1 }));
const bool = fc.option(fc.boolean());

/** Fields beside addresses, so that every rule has something to look at. */
const anyFields = fc.record({
  account: fc.constantFrom('prod', 'prod', 'dev'),
  status: text('Available', 'Available', 'InUse', 'Attaching', 'Deleting', 'Parked'),
  type: text('Primary', 'Secondary', 'Trunk', 'Member', 'Other'),
  name: text('web'),
  description: text('create by terway', 'nlb-orders'),
  vpcId: text('vpc-1', 'vpc-1', 'vpc-2'),
  zoneId: text('cn-hangzhou-h', 'cn-hangzhou-b'),
  instanceId: text('i-1', 'i-2'),
  macAddress: text('00:16:3e:00:00:01', '00:16:3E:00:00:02'),
  publicIp: text('47.1.1.1'),
  securityGroupIds: fc.array(fc.constantFrom('sg-1', 'sg-2', 'sg-3', 'sg-4', 'sg-5', 'sg-6'), {
    maxLength: 7,
  }),
  tags: fc.array(
    fc.record({
      key: fc.constantFrom('creator', 'team', 'acs:x', '__proto__'),
      value: fc.constantFrom('terway', ''),
    }),
    { maxLength: 3 },
  ),
  ipv6Addresses: fc.array(
    fc.record({ ipv6Address: fc.constantFrom('2408::1', 'hide', '::1.2.3.4'), primary: bool }),
    { maxLength: 2 },
  ),
  ipv6Prefixes: fc.array(fc.constantFrom('2408::/80', '2408::/64', '10.0.0.0/28', ''), { maxLength: 2 }),
  deleteOnRelease: bool,
  serviceManaged: bool,
  serviceId: text('7'),
  ownerId: text('1', '2'),
  resourceGroupId: text('rg-1'),
  creationTime: text('2026-01-01T00:00:00Z', '2026-11-27T11:59:00Z', '2027-01-01T00:00:00Z', 'hide'),
}) satisfies fc.Arbitrary<Partial<Eni>>;

/** Near the least that is allowed, so that a few ENIs are enough to pass it. */
function smallNumber(name: ThresholdName) {
  const { least, most } = THRESHOLDS[name];
  return fc.integer({ min: least, max: Math.min(most, least + 20) });
}

export const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  version: fc.constant(1 as const),
  thresholds: fc.record(
    Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, smallNumber(name)])),
  ) as unknown as fc.Arbitrary<Thresholds>,
  requiredTags: fc.subarray(['team', 'cost']),
  defaultResourceGroups: fc.subarray(['rg-1']),
  exposureAllowed: fc.record({
    tags: fc.subarray(['team', 'creator:terway']),
    vSwitches: fc.subarray(['vsw-1']),
    securityGroups: fc.subarray(['sg-1']),
  }),
  privateVSwitches: fc.subarray(['vsw-1']),
  connectedVpcs: fc.subarray([['vpc-1', 'vpc-2'], []]),
  waivers: fc.constant([]),
});

const anyLook = fc.record({
  at: fc.integer({ min: 0, max: 30 * 1440 }).map((minutes) => NOW - minutes * 60_000),
  statuses: fc
    .array(
      fc.tuple(
        fc.constantFrom('eni-1', 'eni-2', 'eni-3'),
        fc.constantFrom('Available', 'InUse', 'Deleting', null),
      ),
    )
    .map((all) => new Map(all.map(([id, status]) => [`prod/cn-hangzhou/${id}`, status]))),
});

/** ENIs that hold one vSwitch's addresses, others' and nonsense, with anything in their other fields. */
export const anyInput: fc.Arbitrary<FindingsInput> = anyUsage.chain(({ vSwitch, enis }) =>
  fc.record({
    enis: fc.tuple(
      ...enis.map((eni) => anyFields.map((fields): Eni => ({ ...eni, ...fields }))),
    ) as fc.Arbitrary<Eni[]>,
    vSwitches: fc.constantFrom(
      null,
      [],
      [vSwitchIn(vSwitch), vSwitchIn({ ...vSwitch, account: 'dev', shared: true })],
      [
        vSwitchIn(vSwitch),
        vSwitchIn({ id: 'vsw-2', zoneId: 'cn-hangzhou-b', cidrBlock: 'hide', ipv6CidrBlock: '2408::/64' }),
      ],
    ),
    vpcs: fc.subarray([
      vpcWith('vpc-1', '10.0.0.0/8'),
      vpcWith('vpc-2', '10.0.0.0/16'),
      vpcWith('vpc-3', null),
    ]),
    now: fc.constant(NOW),
    policy: anyPolicy,
    earlier: fc.array(anyLook, { maxLength: 4 }),
  }),
);
