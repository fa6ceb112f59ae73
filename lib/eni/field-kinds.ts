/**
 * The kind of a field of an ENI, which decides how its value is read, sorted, drawn, exported and found:
 * - `text`: what people wrote; `id`: an id, address or word of the API; `bigId`: a 64-bit id, as text
 * - `whole`, `time`, `flag`: see lib/server/aliyun/values.ts
 * - `eip`, `attachment`: an object, some parts of which are read
 * - `ips`, `ipv6`, `tags`: lists of objects; `ids`, `ipv4Prefixes`, `ipv6Prefixes`: lists of ids
 */
export type FieldKind = 'text' | 'id' | 'bigId' | 'whole' | 'time' | 'flag' | ObjectKind | ListKind;

/** Kinds whose values are one object at the API. */
export type ObjectKind = 'eip' | 'attachment';

/** Kinds whose values are lists. */
export type ListKind = 'ips' | 'ipv6' | 'tags' | 'ids' | 'ipv4Prefixes' | 'ipv6Prefixes';

/** The API's name for an item of each kind of list: `Tags.Tag[]`. */
export const LIST_ITEMS: Record<ListKind, string> = {
  ips: 'PrivateIpSet',
  ipv6: 'Ipv6Set',
  tags: 'Tag',
  ids: 'SecurityGroupId',
  ipv4Prefixes: 'Ipv4PrefixSet',
  ipv6Prefixes: 'Ipv6PrefixSet',
};

/**
 * The parts that are read of each object inside an ENI, by the API's name, each with its kind. The first part
 * identifies the item of a list: without it there is no item. Parts that are not named here are in `other`.
 */
export const OBJECT_PARTS = {
  eip: { PublicIpAddress: 'id', AllocationId: 'id' },
  attachment: {
    InstanceId: 'id',
    DeviceIndex: 'whole',
    NetworkCardIndex: 'whole',
    TrunkNetworkInterfaceId: 'id',
  },
  ips: { PrivateIpAddress: 'id', Primary: 'flag', PrivateDnsName: 'text', AssociatedPublicIp: 'eip' },
  ipv6: { Ipv6Address: 'id', Primary: 'flag' },
  tags: { TagKey: 'text', TagValue: 'text' },
  ipv4Prefixes: { Ipv4Prefix: 'id' },
  ipv6Prefixes: { Ipv6Prefix: 'id' },
} as const satisfies Record<ObjectKind | Exclude<ListKind, 'ids'>, Record<string, FieldKind>>;

export function isListKind(kind: FieldKind): kind is ListKind {
  return kind in LIST_ITEMS;
}

export function isObjectKind(kind: FieldKind): kind is ObjectKind {
  return kind === 'eip' || kind === 'attachment';
}
