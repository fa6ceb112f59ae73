import 'server-only';
import type { Eni } from '@/lib/eni/eni';
import { bigId, flag, id, tagsOf, text, time, whole } from './values';
import { isObject, items, objects, type WireObject } from './wire';

/** Fields that `toEni` reads; every other one is kept in `other`. */
const KNOWN = new Set(
  `NetworkInterfaceId NetworkInterfaceName Description Type Status ZoneId VpcId VSwitchId InstanceId MacAddress
  PrivateIpAddress PrivateIpSets Ipv6Sets Ipv4PrefixSets Ipv6PrefixSets AssociatedPublicIp SecurityGroupIds Tags
  Attachment DeleteOnRelease ServiceManaged ServiceID OwnerId ResourceGroupId QueueNumber QueuePairNumber
  NetworkInterfaceTrafficMode SourceDestCheck CreationTime RequestId`.split(/\s+/),
);

const present = <T>(value: T | null): value is T => value !== null;

function toPrivateIp(wire: WireObject): Eni['privateIps'][number] | null {
  const privateIpAddress = id(wire.PrivateIpAddress);
  const eip = isObject(wire.AssociatedPublicIp) ? wire.AssociatedPublicIp : {};
  return privateIpAddress === null
    ? null
    : {
        privateIpAddress,
        primary: flag(wire.Primary) === true,
        publicIp: id(eip.PublicIpAddress),
        allocationId: id(eip.AllocationId),
        privateDnsName: text(wire.PrivateDnsName),
      };
}

/** The addresses; without a list the primary one alone, and its mark put right by the address. docs/UPSTREAM.md#primary-mark */
function toPrivateIps(wire: WireObject, primary: string | null): Eni['privateIps'] {
  const listed = objects(wire.PrivateIpSets, 'PrivateIpSet').map(toPrivateIp).filter(present);
  if (listed.length === 0 && primary !== null) {
    return [
      { privateIpAddress: primary, primary: true, publicIp: null, allocationId: null, privateDnsName: null },
    ];
  }
  if (listed.some((ip) => ip.primary)) return listed;
  return listed.map((ip) => ({ ...ip, primary: ip.privateIpAddress === primary }));
}

function toAttachment(wire: unknown): Eni['attachment'] {
  if (!isObject(wire)) return null;
  const attachment = {
    instanceId: id(wire.InstanceId),
    deviceIndex: whole(wire.DeviceIndex),
    networkCardIndex: whole(wire.NetworkCardIndex),
    trunkNetworkInterfaceId: id(wire.TrunkNetworkInterfaceId),
  };
  return Object.values(attachment).every((value) => value === null) ? null : attachment;
}

function ids(list: unknown, item: string): string[] {
  return items(list, item).map(id).filter(present);
}

function fieldsOf(list: unknown, item: string, field: string): string[] {
  return objects(list, item)
    .map((each) => id(each[field]))
    .filter(present);
}

/** @param unread known fields that have text of another form than theirs */
function unknownFields(wire: WireObject, unread: readonly string[]): Eni['other'] {
  const names = Object.keys(wire).filter(
    (name) => !KNOWN.has(name) || (unread.includes(name) && id(wire[name]) !== null),
  );
  return Object.fromEntries(names.map((name) => [name, wire[name]]));
}

/**
 * One upstream row as an `Eni`, or null when it has no id. Never throws: a field of another shape than documented is
 * none. Each quirk is named in docs/UPSTREAM.md.
 */
export function toEni(wire: unknown, account: string, region: string): Eni | null {
  if (!isObject(wire)) return null;
  const eniId = id(wire.NetworkInterfaceId);
  if (eniId === null) return null;
  const privateIpAddress = id(wire.PrivateIpAddress);
  const privateIps = toPrivateIps(wire, privateIpAddress);
  const attachment = toAttachment(wire.Attachment);
  const creationTime = time(wire.CreationTime);
  const eip = isObject(wire.AssociatedPublicIp) ? wire.AssociatedPublicIp : {};
  return {
    account,
    region,
    id: eniId,
    name: text(wire.NetworkInterfaceName),
    description: text(wire.Description),
    type: text(wire.Type),
    status: text(wire.Status),
    zoneId: id(wire.ZoneId),
    vpcId: id(wire.VpcId),
    vSwitchId: id(wire.VSwitchId),
    // A Member ENI names its instance only in Attachment. docs/UPSTREAM.md#member-instance
    instanceId: id(wire.InstanceId) ?? attachment?.instanceId ?? null,
    macAddress: id(wire.MacAddress),
    privateIpAddress: privateIpAddress ?? privateIps.find((ip) => ip.primary)?.privateIpAddress ?? null,
    privateIps,
    ipv6Addresses: objects(wire.Ipv6Sets, 'Ipv6Set').flatMap((ip) => {
      const ipv6Address = id(ip.Ipv6Address);
      return ipv6Address === null ? [] : [{ ipv6Address, primary: flag(ip.Primary) }];
    }),
    ipv4Prefixes: fieldsOf(wire.Ipv4PrefixSets, 'Ipv4PrefixSet', 'Ipv4Prefix'),
    ipv6Prefixes: fieldsOf(wire.Ipv6PrefixSets, 'Ipv6PrefixSet', 'Ipv6Prefix'),
    // The EIP stands at ENI level, at its address, or at both; the address is the better witness.
    publicIp: id(eip.PublicIpAddress) ?? privateIps.find((ip) => ip.publicIp)?.publicIp ?? null,
    securityGroupIds: ids(wire.SecurityGroupIds, 'SecurityGroupId'),
    tags: tagsOf(wire.Tags, 'TagKey', 'TagValue'),
    attachment,
    deleteOnRelease: flag(wire.DeleteOnRelease),
    serviceManaged: flag(wire.ServiceManaged),
    serviceId: bigId(wire.ServiceID),
    ownerId: bigId(wire.OwnerId),
    resourceGroupId: id(wire.ResourceGroupId),
    queueNumber: whole(wire.QueueNumber),
    queuePairNumber: whole(wire.QueuePairNumber),
    trafficMode: text(wire.NetworkInterfaceTrafficMode),
    sourceDestCheck: flag(wire.SourceDestCheck),
    creationTime,
    other: unknownFields(wire, creationTime === null ? ['CreationTime'] : []),
  };
}
