import * as z from 'zod/mini';
import { timeSchema, wholeSchema } from './scalars';

const text = z.nullable(z.string());

export const privateIpSchema = z.object({
  privateIpAddress: z.string(),
  primary: z.boolean(),
  /** The EIP bound to this address. */
  publicIp: text,
  allocationId: text,
  privateDnsName: text,
});

export const ipv6AddressSchema = z.object({ ipv6Address: z.string(), primary: z.nullable(z.boolean()) });

export const tagSchema = z.object({ key: z.string(), value: z.string() });

export const attachmentSchema = z.object({
  instanceId: text,
  deviceIndex: z.nullable(wholeSchema),
  networkCardIndex: z.nullable(wholeSchema),
  /** The trunk ENI that carries this one, when it is a Member. */
  trunkNetworkInterfaceId: text,
});

/**
 * One elastic network interface, in camelCase of the API's own names with its wrapper objects removed.
 * Absent, `null`, `""` and the string `"null"` are all `null` here; lists are never null.
 * Addresses are the text that the API sent, so a masked `172.17.**.**` arrives as it is.
 * Source: ECS 2014-05-26 DescribeNetworkInterfaces; quirks in docs/UPSTREAM.md.
 */
export const eniSchema = z.object({
  account: z.string(),
  region: z.string(),
  id: z.string(),
  name: text,
  description: text,
  /** Open set: Primary, Secondary, Trunk, Member and whatever comes. */
  type: text,
  /** Open set: Available, Attaching, InUse, Detaching, Deleting and whatever comes. */
  status: text,
  zoneId: text,
  vpcId: text,
  vSwitchId: text,
  instanceId: text,
  macAddress: text,
  privateIpAddress: text,
  privateIps: z.array(privateIpSchema),
  ipv6Addresses: z.array(ipv6AddressSchema),
  /** Delegated /28 blocks, as CIDRs. */
  ipv4Prefixes: z.array(z.string()),
  /** Delegated /80 blocks, as CIDRs. */
  ipv6Prefixes: z.array(z.string()),
  publicIp: text,
  securityGroupIds: z.array(z.string()),
  tags: z.array(tagSchema),
  attachment: z.nullable(attachmentSchema),
  deleteOnRelease: z.nullable(z.boolean()),
  serviceManaged: z.nullable(z.boolean()),
  /** A 64-bit integer, digit for digit. */
  serviceId: text,
  /** The account that owns the ENI, digit for digit. */
  ownerId: text,
  resourceGroupId: text,
  queueNumber: z.nullable(wholeSchema),
  queuePairNumber: z.nullable(wholeSchema),
  trafficMode: text,
  sourceDestCheck: z.nullable(z.boolean()),
  /** As the API sent it, where that is a time; what is none is in `other`. */
  creationTime: z.nullable(timeSchema),
  /** Upstream fields that this version does not know, under their own names. */
  other: z.record(z.string(), z.unknown()),
});

/** One elastic network interface; see {@link eniSchema}. */
export type Eni = z.infer<typeof eniSchema>;

/** What makes an ENI one row: ids are unique in a region of an account, a shared one is seen from two accounts. */
export function eniKey(eni: Pick<Eni, 'account' | 'region' | 'id'>): string {
  return `${eni.account}/${eni.region}/${eni.id}`;
}

/** Every EIP of an ENI, once each: of its addresses first, then the one at ENI level. */
export function eipsOf(eni: Eni): string[] {
  const all = [...eni.privateIps.map((ip) => ip.publicIp), eni.publicIp];
  return [...new Set(all.filter((ip) => ip !== null))];
}
