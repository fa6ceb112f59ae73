import 'server-only';
import type { Eni } from '@/lib/eni/eni';
import type { FieldKind } from '@/lib/eni/field-kinds';
import { bigId, flag, id, tagsOf, text, time, whole } from './values';
import { isObject, items, objects, type WireObject } from './wire';

/** A key of the body itself, which the row has too where the body is one ENI. */
export const REQUEST_ID = 'RequestId';

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

function fieldsOf(list: unknown, item: string, field: string): string[] {
  return objects(list, item)
    .map((each) => id(each[field]))
    .filter(present);
}

/** What a value of each kind becomes. */
export const READERS: Record<FieldKind, (value: unknown) => unknown> = {
  text,
  id,
  whole,
  time,
  flag,
  bigId,
  eip: (value) => (isObject(value) ? id(value.PublicIpAddress) : null),
  attachment: toAttachment,
  ips: (list) => objects(list, 'PrivateIpSet').map(toPrivateIp).filter(present),
  ipv6: (list) =>
    objects(list, 'Ipv6Set').flatMap((ip) => {
      const ipv6Address = id(ip.Ipv6Address);
      return ipv6Address === null ? [] : [{ ipv6Address, primary: flag(ip.Primary) }];
    }),
  tags: (list) => tagsOf(list, 'TagKey', 'TagValue'),
  ids: (list) => items(list, 'SecurityGroupId').map(id).filter(present),
  ipv4Prefixes: (list) => fieldsOf(list, 'Ipv4PrefixSet', 'Ipv4Prefix'),
  ipv6Prefixes: (list) => fieldsOf(list, 'Ipv6PrefixSet', 'Ipv6Prefix'),
};
