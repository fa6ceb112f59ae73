import type { VSwitch } from '@/lib/eni/vswitch';
import type { ObservedVSwitch } from './observed';

/**
 * A vSwitch that no list contains, as far as its ENIs tell: values that they do not give are null.
 * @param cidrBlock from a file that the reader gave; null where there is none
 */
export function vSwitchOfObserved(observed: ObservedVSwitch, cidrBlock: string | null): VSwitch {
  const { accounts, region, id, vpcId, zoneId } = observed;
  return {
    account: accounts[0] ?? '',
    region,
    id,
    name: null,
    vpcId,
    vpcName: null,
    zoneId,
    cidrBlock,
    ipv6CidrBlock: null,
    availableIpAddressCount: null,
    status: null,
    shared: accounts.length > 1,
    ownerId: null,
    isDefault: null,
    resourceGroupId: null,
    creationTime: null,
    tags: [],
  };
}
