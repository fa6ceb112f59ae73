import type { Rule } from './finding';
import { groupEnis, indexOf, perInput } from './findings-index';
import { eniRule, groupFinding, subjectOf } from './make-finding';

export const untagged = eniRule(
  { id: 'untagged', version: 1, severity: 'low', fields: ['Tags', 'ServiceManaged'] },
  ({ policy }) =>
    ({ eni }) => {
      // If the policy requires tags, the rule on missing ones says more.
      if (policy.requiredTags.length > 0 || eni.serviceManaged === true) return null;
      if (eni.tags.some(({ key }) => !key.startsWith('acs:'))) return null;
      return { evidence: { serviceManaged: eni.serviceManaged } };
    },
);

export const requiredTagMissing = eniRule(
  { id: 'required-tag-missing', version: 1, severity: 'low', fields: ['Tags', 'ServiceManaged'] },
  ({ policy }) =>
    ({ eni }) => {
      if (eni.serviceManaged === true) return null;
      const missing = policy.requiredTags.filter((wanted) => !eni.tags.some(({ key }) => key === wanted));
      return missing.length === 0
        ? null
        : { evidence: { missingTags: missing.join(' '), serviceManaged: eni.serviceManaged } };
    },
);

export const defaultResourceGroup = eniRule(
  { id: 'default-resource-group', version: 1, severity: 'low', fields: ['ResourceGroupId'] },
  ({ policy }) => {
    const defaults = new Set<string | null>([null, ...policy.defaultResourceGroups]);
    return ({ eni }) =>
      defaults.has(eni.resourceGroupId) ? { evidence: { resourceGroupId: eni.resourceGroupId } } : null;
  },
);

export const unnamed = eniRule(
  { id: 'unnamed', version: 1, severity: 'info', fields: ['NetworkInterfaceName', 'Description'] },
  () =>
    ({ eni }) =>
      eni.name === null && eni.description === null ? { evidence: { status: eni.status } } : null,
);

const inventory = {
  id: 'service-managed-inventory',
  version: 1,
  severity: 'info',
  fields: ['ServiceManaged', 'ServiceID', 'InstanceId'],
} as const;

export const serviceManagedInventory: Rule = {
  ...inventory,
  needs: 'enis',
  find: (input) => {
    const managed = indexOf(input).enis.filter(({ eni }) => eni.serviceManaged === true);
    const groups = groupEnis(managed, ({ eni }) => `${eni.account}/${eni.serviceId ?? 'unknown'}`);
    return groups.map(({ enis }) => {
      const first = enis[0]?.eni;
      const kinds = new Set(enis.map(({ owner }) => owner));
      const evidence = {
        serviceId: first?.serviceId ?? null,
        service: [...kinds].sort().join(' '),
        enis: enis.length,
        withoutInstance: enis.filter(({ eni }) => eni.instanceId === null).length,
      };
      return groupFinding(inventory, subjectOf('service', first?.serviceId ?? 'unknown', enis), enis, {
        evidence,
      });
    });
  },
};

/**
 * For each account, the OwnerId that more than half of its ENIs have: no answer says which one is the account's own.
 */
const usualOwners = perInput((input): ReadonlyMap<string, string> => {
  const totals = new Map<string, number>();
  const counts = new Map<string, Map<string, number>>();
  for (const { eni } of indexOf(input).enis) {
    if (eni.ownerId === null) continue;
    totals.set(eni.account, (totals.get(eni.account) ?? 0) + 1);
    const owners = counts.get(eni.account) ?? new Map<string, number>();
    owners.set(eni.ownerId, (owners.get(eni.ownerId) ?? 0) + 1);
    counts.set(eni.account, owners);
  }
  const usual = new Map<string, string>();
  for (const [account, owners] of counts) {
    for (const [owner, count] of owners) {
      if (2 * count > (totals.get(account) ?? 0)) usual.set(account, owner);
    }
  }
  return usual;
});

export const foreignOwner = eniRule(
  { id: 'foreign-owner', version: 1, severity: 'info', fields: ['OwnerId'] },
  (input) => {
    const owners = usualOwners(input);
    return ({ eni }) => {
      const usualOwnerId = owners.get(eni.account);
      if (eni.ownerId === null || usualOwnerId === undefined || eni.ownerId === usualOwnerId) return null;
      return { evidence: { ownerId: eni.ownerId, usualOwnerId } };
    };
  },
);
