import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { privateIp } from '@/lib/eni/eni.test-kit';
import { calmEni, found, idleEniWith, inputWith } from './findings.test-kit';
import { DEFAULT_POLICY, type Policy } from './policy';
import type { RuleId } from './rule-ids';

type Quiet = [rule: RuleId, why: string, eni: Eni, policy?: Partial<Policy>];

const eip = privateIp('10.0.0.1', { primary: true, publicIp: '47.1.1.1', allocationId: 'eip-1' });
const fiveIps = [1, 2, 3, 4, 5].map((host) => privateIp(`10.0.0.${host}`));
const allowing = (fields: Partial<Policy['exposureAllowed']>): Partial<Policy> => ({
  exposureAllowed: { ...DEFAULT_POLICY.exposureAllowed, ...fields },
});

const QUIET: Quiet[] = [
  ['idle-eni', 'it is in use', calmEni()],
  ['idle-eni', 'a service manages it', idleEniWith({ serviceManaged: true })],
  ['idle-eni', 'it is primary', idleEniWith({ type: 'Primary' })],
  ['idle-eni', 'it is six days old', idleEniWith({ creationTime: '2026-11-21T13:00:00Z' })],
  ['idle-eni', 'its age is unknown', idleEniWith({ creationTime: null })],
  ['idle-eni', 'its time is no time', idleEniWith({ creationTime: 'hide' })],
  ['idle-eni', 'it is made in the future', idleEniWith({ creationTime: '2027-01-01T00:00:00Z' })],
  ['idle-eni', 'its status is not known', idleEniWith({ status: 'Parked' })],
  ['idle-eni-hoard', 'it holds four addresses', idleEniWith({ privateIps: fiveIps.slice(1) })],
  ['idle-eni-with-eip', 'it is in use', calmEni({ privateIps: [eip] })],
  [
    'idle-eni-with-eip',
    'it is new',
    idleEniWith({ privateIps: [eip], creationTime: '2026-11-27T11:30:00Z' }),
  ],
  ['stuck-transition', 'its status is not known', calmEni({ status: 'Migrating' })],
  ['keep-on-release', 'the API does not say', calmEni({ deleteOnRelease: null })],
  ['keep-on-release', 'a service manages it', calmEni({ deleteOnRelease: false, serviceManaged: true })],
  ['keep-on-release', 'it is primary', calmEni({ deleteOnRelease: false, type: 'Primary' })],
  ['public-exposure', 'it has no EIP', calmEni()],
  [
    'public-exposure',
    'its tag is allowed',
    calmEni({ publicIp: '47.1.1.1' }),
    allowing({ tags: ['team:w*'] }),
  ],
  [
    'public-exposure',
    'its vSwitch is allowed',
    calmEni({ publicIp: '47.1.1.1' }),
    allowing({ vSwitches: ['vsw-1'] }),
  ],
  [
    'public-exposure',
    'its group is allowed',
    calmEni({ publicIp: '47.1.1.1' }),
    allowing({ securityGroups: ['sg-1'] }),
  ],
  ['eip-on-secondary-ip', 'the primary has it', calmEni({ privateIps: [eip] })],
  ['ipv6-present-unneeded', 'it has none', calmEni()],
  [
    'ipv6-present-unneeded',
    'it is allowed',
    calmEni({ ipv6Prefixes: ['2408::/80'] }),
    allowing({ vSwitches: ['vsw-1'] }),
  ],
  ['no-security-group', 'a service manages it', calmEni({ securityGroupIds: [], serviceManaged: true })],
  [
    'many-security-groups',
    'one is there five times',
    calmEni({ securityGroupIds: ['a', 'a', 'a', 'a', 'a'] }),
  ],
  ['untagged', 'it has a tag', calmEni()],
  ['untagged', 'a service manages it', calmEni({ tags: [], serviceManaged: true })],
  ['untagged', 'the policy asks for certain tags', calmEni({ tags: [] }), { requiredTags: ['team'] }],
  ['required-tag-missing', 'it has them', calmEni(), { requiredTags: ['team'] }],
  ['required-tag-missing', 'none is required', calmEni({ tags: [] })],
  ['default-resource-group', 'it is in one', calmEni()],
  ['unnamed', 'it has a description', calmEni({ name: null, description: 'web' })],
  ['prefix-on-idle-eni', 'it is in use', calmEni({ ipv4Prefixes: ['10.0.0.16/28'] })],
  [
    'prefix-on-idle-eni',
    'it is new',
    idleEniWith({ ipv4Prefixes: ['10.0.0.16/28'], creationTime: '2026-11-27T11:30:00Z' }),
  ],
  [
    'integrity',
    'all is well',
    calmEni({
      privateIpAddress: '10.0.0.1',
      privateIps: [eip],
      ipv4Prefixes: ['10.0.0.16/28'],
      ipv6Prefixes: ['2408::/80'],
    }),
  ],
  ['integrity', 'a service uses it without an instance', calmEni({ instanceId: null, serviceManaged: true })],
  ['integrity', 'who manages it is unknown', calmEni({ instanceId: null, serviceManaged: null })],
];

describe('a rule on one ENI', () => {
  it.each(QUIET)('%s is quiet where %s', (rule, _, eni, policy = {}) =>
    expect(found(rule, inputWith({ enis: [eni], policy }))).toEqual([]),
  );
});
