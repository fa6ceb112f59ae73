import 'server-only';
import type { Eni } from '@/lib/eni/eni';

/**
 * What a field of a row is, by which its value is read:
 * - `text`, `id`, `whole`, `time`, `flag`, `bigId`: see values.ts
 * - `eip`, `attachment`: an object, of which parts are read
 * - `ips`, `ipv6`, `tags`: lists of objects; `ids`, `ipv4Prefixes`, `ipv6Prefixes`: lists of ids
 */
export type FieldKind =
  | 'text'
  | 'id'
  | 'whole'
  | 'time'
  | 'flag'
  | 'bigId'
  | 'eip'
  | 'attachment'
  | 'ips'
  | 'ipv6'
  | 'tags'
  | 'ids'
  | 'ipv4Prefixes'
  | 'ipv6Prefixes';

type ReadField = Exclude<keyof Eni, 'account' | 'region' | 'other'>;

/** The fields of an ENI in their order, each with its name at the API and its kind. What stands here is not in `other`. */
export const ENI_FIELDS = {
  id: ['NetworkInterfaceId', 'id'],
  name: ['NetworkInterfaceName', 'text'],
  description: ['Description', 'text'],
  type: ['Type', 'text'],
  status: ['Status', 'text'],
  zoneId: ['ZoneId', 'id'],
  vpcId: ['VpcId', 'id'],
  vSwitchId: ['VSwitchId', 'id'],
  instanceId: ['InstanceId', 'id'],
  macAddress: ['MacAddress', 'id'],
  privateIpAddress: ['PrivateIpAddress', 'id'],
  privateIps: ['PrivateIpSets', 'ips'],
  ipv6Addresses: ['Ipv6Sets', 'ipv6'],
  ipv4Prefixes: ['Ipv4PrefixSets', 'ipv4Prefixes'],
  ipv6Prefixes: ['Ipv6PrefixSets', 'ipv6Prefixes'],
  publicIp: ['AssociatedPublicIp', 'eip'],
  securityGroupIds: ['SecurityGroupIds', 'ids'],
  tags: ['Tags', 'tags'],
  attachment: ['Attachment', 'attachment'],
  deleteOnRelease: ['DeleteOnRelease', 'flag'],
  serviceManaged: ['ServiceManaged', 'flag'],
  serviceId: ['ServiceID', 'bigId'],
  ownerId: ['OwnerId', 'bigId'],
  resourceGroupId: ['ResourceGroupId', 'id'],
  queueNumber: ['QueueNumber', 'whole'],
  queuePairNumber: ['QueuePairNumber', 'whole'],
  trafficMode: ['NetworkInterfaceTrafficMode', 'text'],
  sourceDestCheck: ['SourceDestCheck', 'flag'],
  creationTime: ['CreationTime', 'time'],
} as const satisfies Record<ReadField, readonly [wire: string, kind: FieldKind]>;

/** A row of a body that is one ENI has this of the body. */
export const REQUEST_ID = 'RequestId';
