import { duplicateIpInVpc } from './address-rules';
import { mixedAllocationVSwitch, observedFragmentation } from './allocation-rules';
import { eipOnSecondaryIp, ipv6PresentUnneeded, publicExposure } from './exposure-rules';
import type { Rule } from './finding';
import {
  defaultResourceGroup,
  foreignOwner,
  requiredTagMissing,
  serviceManagedInventory,
  unnamed,
  untagged,
} from './hygiene-rules';
import {
  idleEni,
  idleEniHoard,
  idleEniWithEip,
  keepOnRelease,
  prefixOnIdleEni,
  stuckTransition,
} from './idle-rules';
import { integrityRule } from './integrity-rules';
import { addressOutsideCidr, vSwitchUnknown } from './membership-rules';
import { overlapInUse } from './overlap-rules';
import { mixedSgOnInstance, multiVpcInstance, multiVSwitchInstance, vpcNearIpQuota } from './placement-rules';
import { RULE_IDS, type RuleId } from './rule-ids';
import { manySecurityGroups, noSecurityGroup, sgNearCapacity } from './security-group-rules';
import { vpcOverlap, zoneImbalance } from './vpc-rules';
import {
  darkAddresses,
  emptyVSwitch,
  fragmentation,
  ipv6Unused,
  noFree28,
  vSwitchNearlyFull,
  vSwitchTooSmallForPrefix,
} from './vswitch-rules';

const BY_ID: Record<RuleId, Rule> = {
  'idle-eni': idleEni,
  'idle-eni-hoard': idleEniHoard,
  'idle-eni-with-eip': idleEniWithEip,
  'stuck-transition': stuckTransition,
  'keep-on-release': keepOnRelease,
  'public-exposure': publicExposure,
  'eip-on-secondary-ip': eipOnSecondaryIp,
  'ipv6-present-unneeded': ipv6PresentUnneeded,
  'no-security-group': noSecurityGroup,
  'many-security-groups': manySecurityGroups,
  'sg-near-capacity': sgNearCapacity,
  'vpc-near-ip-quota': vpcNearIpQuota,
  'mixed-sg-on-instance': mixedSgOnInstance,
  'multi-vpc-instance': multiVpcInstance,
  'multi-vswitch-instance': multiVSwitchInstance,
  untagged,
  'required-tag-missing': requiredTagMissing,
  'default-resource-group': defaultResourceGroup,
  unnamed,
  'service-managed-inventory': serviceManagedInventory,
  'foreign-owner': foreignOwner,
  'duplicate-ip-in-vpc': duplicateIpInVpc,
  'overlap-in-use': overlapInUse,
  'mixed-allocation-vswitch': mixedAllocationVSwitch,
  'observed-fragmentation': observedFragmentation,
  'prefix-on-idle-eni': prefixOnIdleEni,
  integrity: integrityRule,
  'vswitch-nearly-full': vSwitchNearlyFull,
  'no-free-28': noFree28,
  fragmentation,
  'dark-addresses': darkAddresses,
  'empty-vswitch': emptyVSwitch,
  'vpc-overlap': vpcOverlap,
  'vswitch-too-small-for-prefix': vSwitchTooSmallForPrefix,
  'zone-imbalance': zoneImbalance,
  'address-outside-cidr': addressOutsideCidr,
  'vswitch-unknown': vSwitchUnknown,
  'ipv6-unused': ipv6Unused,
};

/** Every rule, in the order of {@link RULE_IDS}. */
export const RULES: readonly Rule[] = RULE_IDS.map((id) => BY_ID[id]);

/** The rule of an id. */
export function ruleOf(id: RuleId): Rule {
  return BY_ID[id];
}
