import * as z from 'zod/mini';
import { eniSchema } from './eni';
import { caveatSchema, failureSchema, scopeSchema, upstreamCallSchema } from './page';
import { timeSchema, wholeSchema } from './scalars';

/** How many addresses of an IPv4 vSwitch are Alibaba Cloud's own: the first and the last three. CreateVSwitch. */
export const RESERVED_COUNT = 4;

/**
 * A vSwitch: camelCase of the API's own names. Source: VPC 2016-04-28 DescribeVSwitches. A value that is absent or `""`
 * there is null; `ownerId` is digit for digit.
 */
export const vSwitchSchema = z.object({
  account: z.string(),
  region: z.string(),
  id: z.string(),
  name: z.nullable(z.string()),
  vpcId: z.nullable(z.string()),
  /** Null also where DescribeVpcs is not allowed. */
  vpcName: z.nullable(z.string()),
  zoneId: z.nullable(z.string()),
  cidrBlock: z.nullable(z.string()),
  ipv6CidrBlock: z.nullable(z.string()),
  /**
   * Free IPv4 addresses as the VPC API counts them: what load balancers and databases hold is not free. It lags behind
   * the ENIs, so how full a vSwitch is comes from lib/usage/figures.ts.
   */
  availableIpAddressCount: z.nullable(wholeSchema),
  status: z.nullable(z.string()),
  /** Owned by one account and used by another; the API's ShareType. */
  shared: z.boolean(),
  ownerId: z.nullable(z.string()),
  isDefault: z.nullable(z.boolean()),
  resourceGroupId: z.nullable(z.string()),
  creationTime: z.nullable(timeSchema),
  tags: eniSchema.shape.tags,
});

export type VSwitch = z.infer<typeof vSwitchSchema>;

/** A VPC, in the same manner. Source: VPC 2016-04-28 DescribeVpcs. */
export const vpcSchema = z.object({
  account: z.string(),
  region: z.string(),
  id: z.string(),
  name: z.nullable(z.string()),
  cidrBlock: z.nullable(z.string()),
  secondaryCidrBlocks: z.array(z.string()),
  ipv6CidrBlocks: z.array(z.string()),
  ownerId: z.nullable(z.string()),
  isDefault: z.nullable(z.boolean()),
});

export type Vpc = z.infer<typeof vpcSchema>;

/**
 * A CIDR block that a vSwitch keeps for the prefixes of ENIs, in the same manner. Source: VPC 2016-04-28
 * ListVSwitchCidrReservations. The reference has one type, `prefix`; it is an open set, as is the status.
 */
export const vSwitchReservationSchema = z.object({
  account: z.string(),
  region: z.string(),
  id: z.string(),
  vSwitchId: z.nullable(z.string()),
  vpcId: z.nullable(z.string()),
  cidrBlock: z.nullable(z.string()),
  type: z.nullable(z.string()),
  ipVersion: z.enum(['IPv4', 'IPv6']),
  status: z.nullable(z.string()),
  name: z.nullable(z.string()),
  /** Prefixes of it that are given away, and that still can be; null where the API does not say. */
  assignedCidrCount: z.nullable(wholeSchema),
  availableCidrCount: z.nullable(wholeSchema),
});

export type VSwitchReservation = z.infer<typeof vSwitchReservationSchema>;

/**
 * `GET /api/vswitches`: all of a scope at once; `vpcs` and `reservations` are those of its vSwitches, where they may be
 * read. An account and region with the caveat `reservations_unknown` has none here, which then does not mean that it
 * has none.
 */
export const vSwitchesSchema = z.object({
  items: z.array(vSwitchSchema),
  vpcs: z.array(vpcSchema),
  reservations: z.array(vSwitchReservationSchema),
  scope: scopeSchema,
  failures: z.array(failureSchema),
  caveats: z.array(caveatSchema),
  asOf: timeSchema,
  upstream: z.array(upstreamCallSchema),
});

export type VSwitches = z.infer<typeof vSwitchesSchema>;
