import * as z from 'zod/mini';
import { eniSchema } from './eni';
import { limitedSchema, placeSchema, upstreamCallSchema } from './page';
import { problemSchema } from './problem';
import { timeSchema, wholeSchema } from './scalars';

/** The ways in which a place can hold an exact value; beside those of an ENI itself, by a name, or by an EIP that is on none. */
export const ASK_WAYS = [
  'primary',
  'secondary',
  'ipv6',
  'eip',
  'prefix',
  'mac',
  'eni',
  'instance',
  'vswitch',
  'vpc',
  'sg',
  'rg',
  'allocation',
  'name',
  'instanceName',
] as const;

export type AskWay = (typeof ASK_WAYS)[number];

/** An EIP as DescribeEipAddresses tells of it. Source: VPC 2016-04-28. */
export const askedEipSchema = z.object({
  ipAddress: z.string(),
  allocationId: z.nullable(z.string()),
  /** Bound to this; null where it is bound to nothing. */
  instanceId: z.nullable(z.string()),
  /** `NetworkInterface`, `EcsInstance`, `Nat`, `SlbInstance` …, an open set; null where it is bound to nothing. */
  instanceType: z.nullable(z.string()),
  privateIpAddress: z.nullable(z.string()),
  /** As its owner or the service that made it named it. */
  name: z.nullable(z.string()),
});

export type AskedEip = z.infer<typeof askedEipSchema>;

/**
 * One holder of one value. `eni` is null only where an EIP is known to be here and is on no ENI (a load balancer's, a NAT
 * gateway's, or bound to nothing): `eip` tells what it is on.
 */
export const askedHitSchema = z.object({
  /** As it was asked, in its canonical spelling. */
  value: z.string(),
  way: z.enum(ASK_WAYS),
  eni: z.nullable(eniSchema),
  eip: z.nullable(askedEipSchema),
});

export type AskedHit = z.infer<typeof askedHitSchema>;

/** What settling the open values of a place would take. Estimates, from the API's own count and the rate that holds. */
export const askPriceSchema = z.object({ calls: wholeSchema, seconds: wholeSchema });

export type AskPrice = z.infer<typeof askPriceSchema>;

/**
 * What one account and region answers to a list of exact values.
 * - `settled`: it is known for each value whether it is here; values without a hit are not.
 * - `open`: `open` names the values that may or may not be here, because finding out costs `price`.
 * - `failed`: it could not be asked; `problem` says why. Hits that came before the failure stand.
 * - `skipped`: every value was found elsewhere and can be in one place only, so it was not asked.
 */
export const placeAnswerSchema = z.object({
  account: z.string(),
  region: z.string(),
  state: z.enum(['settled', 'open', 'failed', 'skipped']),
  hits: z.array(askedHitSchema),
  /**
   * Values that more ENIs have than `hits` carry, such as a VPC; `enis` is how many have it, null where the API does not
   * count that. Absent where all are carried.
   */
  more: z.optional(z.array(z.object({ value: z.string(), enis: z.nullable(wholeSchema) }))),
  /** Values that this place cannot say no to yet. */
  open: z.array(z.string()),
  price: z.nullable(askPriceSchema),
  /** RAM actions that would have made it cheaper, and are not granted. */
  denied: z.array(z.string()),
  /** How many ENIs the place has, by the API's own count; null where that is not known. */
  enis: z.nullable(wholeSchema),
  problem: z.nullable(problemSchema),
  asOf: timeSchema,
  upstream: z.array(upstreamCallSchema),
});

export type PlaceAnswer = z.infer<typeof placeAnswerSchema>;

/** The first line of `GET /api/ask`: the places that will be told of, in the order in which they are asked. */
export const askHeadSchema = z.object({
  values: z.array(z.string()),
  places: z.array(placeSchema),
  limited: limitedSchema,
});

export type AskHead = z.infer<typeof askHeadSchema>;

/**
 * `GET /api/ask` as one JSON object, for a client that sends `Accept: application/json`: the head, and an answer for
 * each of its places.
 */
export const askAnswerSchema = z.object({
  values: z.array(z.string()),
  places: z.array(placeAnswerSchema),
  limited: limitedSchema,
});

export type AskAnswer = z.infer<typeof askAnswerSchema>;
