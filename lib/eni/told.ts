import * as z from 'zod/mini';
import { OPTIONAL_CALL_IDS } from './optional-calls';
import { OWNER_KINDS } from './owner';
import { upstreamCallSchema } from './page';
import { problemCodeSchema } from './problem';
import { timeSchema, wholeSchema } from './scalars';

export const optionalCallSchema = z.enum(OPTIONAL_CALL_IDS);
export const ownerKindSchema = z.enum(OWNER_KINDS);

/** An optional call that could not be made: what to grant, and why it failed. */
export const unavailableSchema = z.object({
  call: optionalCallSchema,
  action: z.string(),
  code: problemCodeSchema,
});

export type Unavailable = z.infer<typeof unavailableSchema>;

const answer = {
  /**
   * Calls that could not be made; data that they would have given is unknown, which does not mean that there is none.
   */
  unavailable: z.array(unavailableSchema),
  asOf: timeSchema,
  upstream: z.array(upstreamCallSchema),
};

/** An IPv4 address, and what VPC IPAM says has it. `resourceType` is an open set: `ENI`, `SLB`, `RDS` …. */
export const discoveredAddressSchema = z.object({
  address: z.string(),
  resourceId: z.nullable(z.string()),
  resourceType: z.nullable(z.string()),
});

export type DiscoveredAddress = z.infer<typeof discoveredAddressSchema>;

/**
 * `GET /api/vswitches/{id}/addresses`: what VPC IPAM says of the addresses of a vSwitch, those of ENIs too. `isAsked` is
 * false where no resource discovery is configured for the account: nothing was asked then.
 */
export const discoveredAddressesSchema = z.object({
  items: z.array(discoveredAddressSchema),
  isAsked: z.boolean(),
  ...answer,
});

export type DiscoveredAddresses = z.infer<typeof discoveredAddressesSchema>;

/** A prefix of a CIDR reservation, and what has it. */
export const prefixHolderSchema = z.object({
  reservationId: z.string(),
  prefix: z.string(),
  resourceId: z.nullable(z.string()),
  resourceType: z.nullable(z.string()),
});

/** `GET /api/vswitches/{id}/prefixes`: the holders of the prefixes of its CIDR reservations. */
export const prefixHoldersSchema = z.object({ items: z.array(prefixHolderSchema), ...answer });

export type PrefixHolders = z.infer<typeof prefixHoldersSchema>;

/** The evidence that it has an ENI: another product's list, or the name of an EIP. */
export const eniHolderSchema = z.object({
  call: optionalCallSchema,
  owner: ownerKindSchema,
  id: z.string(),
  name: z.nullable(z.string()),
});

export type EniHolder = z.infer<typeof eniHolderSchema>;

/**
 * `GET /api/enis/{id}/holders`: the services that claim an ENI. `asked` names the calls that were made; the others are
 * not configured, or cannot know about it. `eipNames` are the names of its EIPs.
 */
export const eniHoldersSchema = z.object({
  items: z.array(eniHolderSchema),
  eipNames: z.array(z.string()),
  asked: z.array(optionalCallSchema),
  ...answer,
});

export type EniHolders = z.infer<typeof eniHoldersSchema>;

const countSchema = z.nullable(wholeSchema);
/** Fields of the API under its own names. */
const bagSchema = z.nullable(z.record(z.string(), z.unknown()));

/** Timeouts are in seconds. Null where the API does not say. */
const connectionTrackingSchema = z.object({
  tcpEstablishedTimeout: countSchema,
  tcpClosedAndTimeWaitTimeout: countSchema,
  udpTimeout: countSchema,
});

/** Limits of traffic; null where there is none. */
const qosSchema = z.object({
  enabled: z.nullable(z.boolean()),
  bandwidthRx: countSchema,
  bandwidthTx: countSchema,
  ppsRx: countSchema,
  ppsTx: countSchema,
  concurrentConnections: countSchema,
});

/**
 * `GET /api/enis/{id}/attribute`: what the list of ENIs does not give of one, in camelCase of the API's own names; what
 * it leaves out is null. `enhancedNetwork`, `bond` and `slave` are as the API sends them.
 */
export const eniAttributeSchema = z.object({
  account: z.string(),
  region: z.string(),
  id: z.string(),
  trafficMode: z.nullable(z.string()),
  queueNumber: countSchema,
  queuePairNumber: countSchema,
  connectionTracking: z.nullable(connectionTrackingSchema),
  qos: z.nullable(qosSchema),
  enhancedNetwork: bagSchema,
  bond: bagSchema,
  slave: bagSchema,
  tcpOptionAddressEnabled: z.nullable(z.string()),
  memberNetworkInterfaceIds: z.array(z.string()),
  asOf: timeSchema,
  upstream: z.array(upstreamCallSchema),
});

export type EniAttribute = z.infer<typeof eniAttributeSchema>;
