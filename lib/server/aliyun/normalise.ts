import 'server-only';
import type { Eni } from '@/lib/eni/eni';
import { ENI_FIELDS, type FieldKind, REQUEST_ID } from './eni-fields';
import { placeEip } from './place-eip';
import { bigId, flag, id, tagsOf, text, time, whole } from './values';
import { isObject, items, objects, type WireObject } from './wire';

const FIELDS = Object.entries(ENI_FIELDS);
const KNOWN = new Set<string>([...FIELDS.map(([, [name]]) => name), REQUEST_ID]);

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
function toPrivateIps(listed: Eni['privateIps'], primary: string | null): Eni['privateIps'] {
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

/** What a value of each kind becomes. */
const READERS: Record<FieldKind, (value: unknown) => unknown> = {
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

/**
 * One upstream row as an `Eni`, or null when it has no id. Never throws: a field of another shape than documented is
 * none. Each quirk is named in docs/UPSTREAM.md. Plain rows become text without it: transcode.ts
 */
export function toEni(wire: unknown, account: string, region: string): Eni | null {
  if (!isObject(wire)) return null;
  const fields = FIELDS.map(([name, [wireName, kind]]) => [name, READERS[kind](wire[wireName])]);
  const eni = { account, region, ...Object.fromEntries(fields), other: {} } as Eni;
  if (eni.id === null) return null;
  const { AssociatedPublicIp } = wire;
  const listed = toPrivateIps(eni.privateIps, eni.privateIpAddress);
  const { ips: privateIps, isPlaced } = placeEip(listed, AssociatedPublicIp);
  return {
    ...eni,
    // A Member ENI names its instance only in Attachment. docs/UPSTREAM.md#member-instance
    instanceId: eni.instanceId ?? eni.attachment?.instanceId ?? null,
    privateIpAddress: eni.privateIpAddress ?? privateIps.find((ip) => ip.primary)?.privateIpAddress ?? null,
    privateIps,
    // The EIP stands at ENI level, at its address, or at both.
    publicIp: eni.publicIp ?? privateIps.find((ip) => ip.publicIp)?.publicIp ?? null,
    other: {
      ...unknownFields(wire, eni.creationTime === null ? ['CreationTime'] : []),
      ...(!isPlaced && { AssociatedPublicIp }),
    },
  };
}
