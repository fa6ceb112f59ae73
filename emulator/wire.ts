import { formatIpv4 } from './estate/addresses';
import type { Eni } from './estate/model';
import { rawNumber } from './json';
import type { Switches } from './settings';
import { applyOddShape, type WireRow } from './wire-odd';
import { type Unset, unsetOf } from './wire-unset';

/** An ENI as DescribeNetworkInterfaces gives it. The same ENI always looks the same, as long as it does not change. */
export function toWire(eni: Eni, switches: Switches): WireRow {
  const unset = unsetOf(eni.variant, switches.variation);
  const row: WireRow = {
    CreationTime: timeOf(eni.createdAt),
    VpcId: eni.vSwitch.vpc.id,
    Type: eni.type,
    Status: eni.status,
    NetworkInterfaceTrafficMode: eni.trafficMode,
    NetworkInterfaceName: eni.name || unset.text('NetworkInterfaceName'),
    MacAddress: eni.mac,
    NetworkInterfaceId: eni.id,
    InstanceId: eni.instance?.id ?? unset.text('InstanceId'),
    OwnerId: eni.ownerId,
    ServiceManaged: eni.serviceId !== null,
    VSwitchId: eni.vSwitch.id,
    Description: eni.description || unset.text('Description'),
    ResourceGroupId: eni.resourceGroupId,
    ZoneId: eni.vSwitch.zoneId,
    PrivateIpAddress: formatIpv4(eni.addresses[0] ?? 0),
    QueueNumber: eni.queueNumber ?? unset.number('QueueNumber'),
    PrivateIpSets: { PrivateIpSet: privateIps(eni, unset) },
    Ipv6Sets: unset.list(
      'Ipv6Set',
      eni.ipv6.map((address) => ({ Ipv6Address: address })),
    ),
    Ipv4PrefixSets: unset.list(
      'Ipv4PrefixSet',
      eni.ipv4Prefixes.map((base) => ({ Ipv4Prefix: `${formatIpv4(base)}/28` })),
    ),
    Ipv6PrefixSets: unset.list(
      'Ipv6PrefixSet',
      eni.ipv6Prefixes.map((prefix) => ({ Ipv6Prefix: prefix })),
    ),
    Tags: unset.list(
      'Tag',
      eni.tags.map((tag) => ({ TagValue: tag.value, TagKey: tag.key })),
    ),
    SecurityGroupIds: { SecurityGroupId: eni.securityGroupIds },
    AssociatedPublicIp: eniLevelPublicIp(eni, unset),
    Attachment: attachment(eni, unset),
    DeleteOnRelease: eni.deleteOnRelease,
    SourceDestCheck: eni.sourceDestCheck || unset.flag(),
  };
  if (eni.serviceId !== null) row.ServiceID = rawNumber(eni.serviceId);
  if (eni.trafficMode === 'HighPerformance') row.QueuePairNumber = 22;
  return eni.odd && switches.oddRows ? applyOddShape(row, eni.odd) : row;
}

export function timeOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function privateIps(eni: Eni, unset: Unset): WireRow[] {
  return eni.addresses.map((address, index) => {
    const eip = eni.eips.find((candidate) => candidate.index === index);
    return {
      PrivateIpAddress: formatIpv4(address),
      Primary: index === 0,
      AssociatedPublicIp: eip
        ? { PublicIpAddress: eip.address, AllocationId: eip.allocationId }
        : unset.publicIp(index),
      ...(eni.variant % 29 === 0
        ? { PrivateDnsName: `ip-${formatIpv4(address).replaceAll('.', '-')}.ecs.internal` }
        : {}),
    };
  });
}

function eniLevelPublicIp(eni: Eni, unset: Unset): unknown {
  const eip = eni.eips.find((candidate) => candidate.index === 0);
  return eip ? { PublicIpAddress: eip.address, AllocationId: eip.allocationId } : unset.publicIp(9);
}

function attachment(eni: Eni, unset: Unset): unknown {
  if (eni.memberOf) {
    return {
      DeviceIndex: eni.deviceIndex ?? 0,
      InstanceId: eni.memberOf.instance.id,
      TrunkNetworkInterfaceId: eni.memberOf.trunkId,
    };
  }
  // A preview field: most accounts do not get it.
  if (!eni.instance || eni.variant % 3 !== 0) return unset.object();
  return { DeviceIndex: eni.deviceIndex ?? 0, InstanceId: eni.instance.id, NetworkCardIndex: 0 };
}
