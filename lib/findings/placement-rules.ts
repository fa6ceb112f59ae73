import type { Eni } from '@/lib/eni/eni';
import { privateAddressCount } from '@/lib/eni/eni-address';
import type { FindingsInput, Rule, RuleDefinition } from './finding';
import { type EniFacts, indexOf } from './findings-index';
import { groupFinding, type Hit, subjectOf } from './make-finding';

/** The values of a field, each once; none where all are the same, as they nearly always are. */
function different(enis: readonly EniFacts[], read: (eni: Eni) => string | null): string[] | null {
  const values = new Set<string>();
  for (const { eni } of enis) {
    const value = read(eni);
    if (value !== null) values.add(value);
  }
  return values.size < 2 ? null : [...values].sort();
}

function groupSet({ securityGroupIds }: Eni): string | null {
  const [first] = securityGroupIds;
  // No groups at all is another finding.
  if (first === undefined) return null;
  return securityGroupIds.length === 1 ? first : [...new Set(securityGroupIds)].sort().join(' ');
}

/** A rule over the ENIs of one instance. */
function instanceRule(rule: RuleDefinition, check: (enis: readonly EniFacts[]) => Hit | null): Rule {
  const find = (input: FindingsInput) =>
    indexOf(input)
      .byInstance()
      .flatMap(({ id, enis }) => {
        const hit = enis.length > 1 ? check(enis) : null;
        if (!hit) return [];
        return groupFinding(rule, subjectOf('instance', id, enis), enis, hit);
      });
  return { ...rule, needs: 'enis', find };
}

export const mixedSgOnInstance = instanceRule(
  {
    id: 'mixed-sg-on-instance',
    version: 1,
    severity: 'info',
    fields: ['InstanceId', 'SecurityGroupIds'],
  },
  (enis) => {
    const sets = different(enis, groupSet);
    return sets && { evidence: { securityGroupSets: sets.length, enis: enis.length } };
  },
);

export const multiVpcInstance = instanceRule(
  { id: 'multi-vpc-instance', version: 1, severity: 'medium', fields: ['InstanceId', 'VpcId'] },
  (enis) => {
    const vpcs = different(enis, (eni) => eni.vpcId);
    return vpcs && { evidence: { vpcs: vpcs.join(' '), enis: enis.length } };
  },
);

export const multiVSwitchInstance = instanceRule(
  { id: 'multi-vswitch-instance', version: 1, severity: 'info', fields: ['InstanceId', 'VSwitchId'] },
  (enis) => {
    const vSwitches = different(enis, (eni) => eni.vSwitchId);
    return vSwitches && { evidence: { vSwitches: vSwitches.join(' '), enis: enis.length } };
  },
);

const quota = {
  id: 'vpc-near-ip-quota',
  version: 1,
  severity: 'medium',
  fields: ['VpcId', 'PrivateIpSets'],
} as const;

export const vpcNearIpQuota: Rule = {
  ...quota,
  needs: 'enis',
  find: (input) => {
    const { vpcAddresses, nearLimitPercent } = input.policy.thresholds;
    return indexOf(input)
      .byVpc()
      .flatMap(({ id, enis }) => {
        const used = enis.reduce((sum, { eni }) => sum + privateAddressCount(eni), 0);
        if (100 * used < nearLimitPercent * vpcAddresses) return [];
        const subject = subjectOf('vpc', id, enis);
        const evidence = { used, addressLimit: vpcAddresses, enis: enis.length };
        return groupFinding(quota, subject, enis, { evidence });
      });
  },
};
