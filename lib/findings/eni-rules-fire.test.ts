import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { privateIp } from '@/lib/eni/eni.test-kit';
import type { Evidence, Severity } from './finding';
import { calmEni, found, idleEniWith, inputWith } from './findings.test-kit';
import { DEFAULT_POLICY, type Policy } from './policy';
import type { RuleId } from './rule-ids';

type Fires = [
  rule: RuleId,
  why: string,
  eni: Eni,
  severity: Severity,
  evidence?: Evidence,
  policy?: Partial<Policy>,
];

const eip = privateIp('10.0.0.1', { primary: true, publicIp: '47.1.1.1', allocationId: 'eip-1' });
const fiveIps = [1, 2, 3, 4, 5].map((host) => privateIp(`10.0.0.${host}`));
const allowing = (fields: Partial<Policy['exposureAllowed']>): Partial<Policy> => ({
  exposureAllowed: { ...DEFAULT_POLICY.exposureAllowed, ...fields },
});

const FIRES: Fires[] = [
  ['idle-eni', 'it is free and old', idleEniWith(), 'medium', { ageDays: 330, confirmed: false, looks: 0 }],
  [
    'idle-eni',
    'ServiceManaged is unknown',
    idleEniWith({ serviceManaged: null }),
    'medium',
    { serviceManaged: null },
  ],
  [
    'idle-eni-hoard',
    'it holds five addresses',
    idleEniWith({ privateIps: fiveIps }),
    'medium',
    { addresses: 5 },
  ],
  [
    'idle-eni-hoard',
    'it holds a prefix',
    idleEniWith({ ipv4Prefixes: ['10.0.0.16/28'] }),
    'medium',
    { addresses: 16 },
  ],
  [
    'idle-eni-with-eip',
    'an address has one',
    idleEniWith({ privateIps: [eip] }),
    'high',
    { allocationId: 'eip-1' },
  ],
  [
    'idle-eni-with-eip',
    'the ENI has one',
    idleEniWith({ publicIp: '47.1.1.1' }),
    'high',
    { allocationId: null },
  ],
  ['stuck-transition', 'one look sees it', calmEni({ status: 'Deleting' }), 'info', { looks: 0 }],
  ['keep-on-release', 'it stays behind', calmEni({ deleteOnRelease: false }), 'low'],
  ['public-exposure', 'it has an EIP', calmEni({ publicIp: '47.1.1.1' }), 'medium', { publicIp: '47.1.1.1' }],
  [
    'public-exposure',
    'in a private vSwitch',
    calmEni({ privateIps: [eip] }),
    'high',
    {},
    { privateVSwitches: ['vsw-1'] },
  ],
  [
    'public-exposure',
    'other tags are allowed',
    calmEni({ publicIp: '47.1.1.1' }),
    'medium',
    {},
    allowing({ tags: ['role:bastion'] }),
  ],
  [
    'eip-on-secondary-ip',
    'a secondary has one',
    calmEni({ privateIps: [privateIp('10.0.0.2', { publicIp: '47.1.1.1' })] }),
    'medium',
    { privateIp: '10.0.0.2' },
  ],
  [
    'ipv6-present-unneeded',
    'it has an address',
    calmEni({ ipv6Addresses: [{ ipv6Address: '2408::1', primary: null }] }),
    'info',
  ],
  [
    'ipv6-present-unneeded',
    'in a private vSwitch',
    calmEni({ ipv6Prefixes: ['2408::/80'] }),
    'low',
    {},
    { privateVSwitches: ['vsw-1'] },
  ],
  ['no-security-group', 'it has none', calmEni({ securityGroupIds: [] }), 'high'],
  [
    'no-security-group',
    'the answer may be cut',
    calmEni({ securityGroupIds: [], serviceManaged: null }),
    'info',
  ],
  [
    'many-security-groups',
    'it has five',
    calmEni({ securityGroupIds: ['a', 'b', 'c', 'd', 'e'] }),
    'low',
    { securityGroups: 5 },
  ],
  ['untagged', 'it has tags of the system only', calmEni({ tags: [{ key: 'acs:ecs', value: '1' }] }), 'low'],
  [
    'required-tag-missing',
    'one is missing',
    calmEni(),
    'low',
    { missingTags: 'cost' },
    { requiredTags: ['cost', 'team'] },
  ],
  ['default-resource-group', 'it has none', calmEni({ resourceGroupId: null }), 'low'],
  [
    'default-resource-group',
    'it is the default one',
    calmEni(),
    'low',
    {},
    { defaultResourceGroups: ['rg-1'] },
  ],
  ['unnamed', 'it has neither', calmEni({ name: null }), 'info'],
  [
    'prefix-on-idle-eni',
    'it holds one',
    idleEniWith({ ipv4Prefixes: ['10.0.0.16/28'] }),
    'medium',
    { ipv4Prefixes: '10.0.0.16/28' },
  ],
];

describe('a rule on one ENI', () => {
  it.each(FIRES)('%s fires where %s', (rule, _, eni, severity, evidence = {}, policy = {}) => {
    const [finding, ...others] = found(rule, inputWith({ enis: [eni], policy }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule, severity, enis: ['eni-1'], evidence });
    expect(finding?.key).toContain(`${rule} prod/cn-hangzhou/eni-1`);
  });

  it.each([
    ['Terway', { tags: [{ key: 'creator', value: 'terway' }] }, 'terway'],
    ['ACK', { tags: [{ key: 'ack.aliyun.com', value: 'c1' }] }, 'terway'],
    ['a service', { serviceManaged: true }, 'service'],
    ['nobody', {}, null],
  ])('says that an ENI of %s is to be kept', (_, fields, keep) => {
    const input = inputWith({ enis: [idleEniWith({ publicIp: '47.1.1.1', ...fields })] });
    expect(found('idle-eni-with-eip', input)).toMatchObject([{ keep }]);
  });
});
