import type { Eni } from './eni';

/** An ENI with nothing but an id, and what a test cares about. */
export function eniWith(fields: Partial<Eni> = {}): Eni {
  return {
    account: 'prod',
    region: 'cn-hangzhou',
    id: 'eni-1',
    name: null,
    description: null,
    type: null,
    status: null,
    zoneId: null,
    vpcId: null,
    vSwitchId: null,
    instanceId: null,
    macAddress: null,
    privateIpAddress: null,
    privateIps: [],
    ipv6Addresses: [],
    ipv4Prefixes: [],
    ipv6Prefixes: [],
    publicIp: null,
    securityGroupIds: [],
    tags: [],
    attachment: null,
    deleteOnRelease: null,
    serviceManaged: null,
    serviceId: null,
    ownerId: null,
    resourceGroupId: null,
    queueNumber: null,
    queuePairNumber: null,
    trafficMode: null,
    sourceDestCheck: null,
    creationTime: null,
    other: {},
    ...fields,
  };
}

/** A private address as the API lists it. */
export function privateIp(
  privateIpAddress: string,
  more: Partial<Eni['privateIps'][number]> = {},
): Eni['privateIps'][number] {
  return {
    privateIpAddress,
    primary: false,
    publicIp: null,
    allocationId: null,
    privateDnsName: null,
    ...more,
  };
}
