import type { Eni } from '@/lib/eni/eni';
import { eniWith } from '@/lib/eni/eni.test-kit';
import type { Vpc, VSwitch } from '@/lib/eni/vswitch';
import { ruleOf } from './catalogue';
import type { Finding, FindingsInput } from './finding';
import { DEFAULT_POLICY, type Policy } from './policy';
import type { RuleId } from './rule-ids';

export const NOW = Date.parse('2026-11-27T12:00:00Z');

/** An input with what a test cares about; parts of a policy may be left out. */
export function inputWith(
  fields: Partial<Omit<FindingsInput, 'policy'>> & { policy?: Partial<Policy> } = {},
): FindingsInput {
  const policy = { ...DEFAULT_POLICY, ...fields.policy };
  return { enis: [], vSwitches: null, vpcs: [], now: NOW, earlier: [], ...fields, policy };
}

/** An ENI that no rule has anything to say of, but for what a test changes. */
export function calmEni(fields: Partial<Eni> = {}): Eni {
  return eniWith({
    name: 'web',
    status: 'InUse',
    type: 'Secondary',
    instanceId: 'i-1',
    vpcId: 'vpc-1',
    vSwitchId: 'vsw-1',
    zoneId: 'cn-hangzhou-h',
    securityGroupIds: ['sg-1'],
    tags: [{ key: 'team', value: 'web' }],
    resourceGroupId: 'rg-1',
    deleteOnRelease: true,
    serviceManaged: false,
    creationTime: '2026-01-01T00:00:00Z',
    ...fields,
  });
}

/** A free ENI that was made long ago. */
export function idleEniWith(fields: Partial<Eni> = {}): Eni {
  return calmEni({ status: 'Available', instanceId: null, ...fields });
}

export function vSwitchIn(fields: Partial<VSwitch> = {}): VSwitch {
  return {
    account: 'prod',
    region: 'cn-hangzhou',
    id: 'vsw-1',
    name: null,
    vpcId: 'vpc-1',
    vpcName: null,
    zoneId: 'cn-hangzhou-h',
    cidrBlock: '10.0.0.0/24',
    ipv6CidrBlock: null,
    availableIpAddressCount: null,
    status: 'Available',
    shared: false,
    ownerId: null,
    isDefault: null,
    resourceGroupId: null,
    creationTime: null,
    tags: [],
    ...fields,
  };
}

export function vpcWith(id: string, cidrBlock: string | null, fields: Partial<Vpc> = {}): Vpc {
  return {
    account: 'prod',
    region: 'cn-hangzhou',
    id,
    name: null,
    cidrBlock,
    secondaryCidrBlocks: [],
    ipv6CidrBlocks: [],
    ownerId: null,
    isDefault: null,
    ...fields,
  };
}

/** What one rule finds. */
export function found(rule: RuleId, input: FindingsInput): Finding[] {
  return ruleOf(rule).find(input);
}
