import type { Eni } from '@/lib/eni/eni';
import type { Rule } from './finding';
import { type EniFacts, groupEnis, indexOf } from './findings-index';
import { eniRule, groupFinding, subjectOf } from './make-finding';

function distinctGroups({ securityGroupIds }: Eni): readonly string[] {
  return securityGroupIds.length < 2 ? securityGroupIds : [...new Set(securityGroupIds)];
}

export const noSecurityGroup = eniRule(
  {
    id: 'no-security-group',
    version: 1,
    severity: 'high',
    fields: ['SecurityGroupIds', 'ServiceManaged'],
  },
  () =>
    ({ eni }) => {
      if (eni.securityGroupIds.length > 0 || eni.serviceManaged === true) return null;
      return {
        // An answer without ServiceManaged may be one that permissions have trimmed, groups and all.
        severity: eni.serviceManaged === false ? 'high' : 'info',
        evidence: { securityGroups: 0, serviceManaged: eni.serviceManaged },
      };
    },
);

export const manySecurityGroups = eniRule(
  { id: 'many-security-groups', version: 1, severity: 'low', fields: ['SecurityGroupIds'] },
  ({ policy }) =>
    ({ eni }) => {
      const securityGroups = distinctGroups(eni).length;
      return securityGroups >= policy.thresholds.manySecurityGroups ? { evidence: { securityGroups } } : null;
    },
);

/**
 * How much of a group an ENI uses: it is not documented whether a prefix counts as one address or as all of its own.
 */
function countMembers(members: readonly EniFacts[]): { addressesAtLeast: number; addressesAtMost: number } {
  let [addressesAtLeast, addressesAtMost] = [0, 0];
  for (const { eni, addresses } of members) {
    const v6 = eni.ipv6Addresses.length + eni.ipv6Prefixes.length;
    addressesAtLeast += addresses - 15 * eni.ipv4Prefixes.length + v6;
    addressesAtMost += addresses + v6;
  }
  return { addressesAtLeast, addressesAtMost };
}

const capacity = {
  id: 'sg-near-capacity',
  version: 1,
  severity: 'medium',
  fields: ['SecurityGroupIds', 'PrivateIpSets', 'Ipv6Sets', 'Ipv4PrefixSets', 'Ipv6PrefixSets'],
} as const;

export const sgNearCapacity: Rule = {
  ...capacity,
  needs: 'enis',
  find: (input) => {
    const { securityGroupAddresses, securityGroupEnis, nearLimitPercent } = input.policy.thresholds;
    const isNear = (count: number, limit: number) => 100 * count >= nearLimitPercent * limit;
    const groups = groupEnis(indexOf(input).enis, ({ eni }) => distinctGroups(eni));
    return groups.flatMap(({ id, enis: members }) => {
      const counts = countMembers(members);
      const isSurelyNear =
        isNear(counts.addressesAtLeast, securityGroupAddresses) || isNear(members.length, securityGroupEnis);
      if (!isSurelyNear && !isNear(counts.addressesAtMost, securityGroupAddresses)) return [];
      const subject = subjectOf('sg', id, members);
      return groupFinding(capacity, subject, members, {
        severity: isSurelyNear ? 'medium' : 'low',
        evidence: {
          ...counts,
          addressLimit: securityGroupAddresses,
          enis: members.length,
          eniLimit: securityGroupEnis,
        },
      });
    });
  },
};
