import * as z from 'zod/mini';
import { eniSchema } from './eni';
import { problemCodeSchema, problemSchema } from './problem';
import { timeSchema, wholeSchema } from './scalars';

/**
 * Something true about a page that its rows do not show. Closed list:
 * - `sg_primaries_unknown`: DescribeInstances is not allowed, so the scan went wider to find primary ENIs of a group.
 * - `tags_read_wider`: ListTagResources is not allowed, so a filter past its cap of 1,000 went through a wider scan.
 * - `maybe_capped`: a filter that the API caps at 1,000 reached it in a way that could not be gone around.
 * - `token_repeated`: the API sent the same NextToken twice; that query ended there.
 * - `too_many_pages`: a query was ended after the most pages that one may have.
 * - `rows_without_id`: rows that had no NetworkInterfaceId were left out.
 * - `stale`: an earlier answer of the cloud replaces one that could not be had, for the reason `because`.
 * - `read_again`: reading side by side gave fewer ENIs than the API counts, so everything was read once more, one page
 *   after another, for those that were missing.
 * - `lanes_incomplete`: even then there were fewer than the API counts.
 * - `read_in_line`: not given any more; exports of earlier versions may have it, and are still read.
 * - `vpcs_unknown`: DescribeVpcs is not allowed or does not answer, so vSwitches have no names of VPCs.
 * - `reservations_unknown`: ListVSwitchCidrReservations is not allowed or does not answer, so it is not known which
 *   CIDR blocks vSwitches keep for prefixes.
 * - `names_unknown`: a call that names ids is not allowed or does not answer, so a file has no names of that kind.
 * - `restarted`: a NextToken had expired; reading started again and rows already shown are not shown twice.
 */
export const CAVEAT_CODES = [
  'sg_primaries_unknown',
  'tags_read_wider',
  'maybe_capped',
  'token_repeated',
  'too_many_pages',
  'rows_without_id',
  'stale',
  'read_again',
  'lanes_incomplete',
  'read_in_line',
  'vpcs_unknown',
  'reservations_unknown',
  'names_unknown',
  'restarted',
] as const;

export const caveatSchema = z.object({
  code: z.enum(CAVEAT_CODES),
  account: z.optional(z.string()),
  region: z.optional(z.string()),
  /** The RAM action that would avoid it. */
  action: z.optional(z.string()),
  /** How many rows it is about. */
  count: z.optional(wholeSchema),
  /** How old the oldest answer is, in seconds. */
  ageSeconds: z.optional(wholeSchema),
  because: z.optional(problemCodeSchema),
});

export type Caveat = z.infer<typeof caveatSchema>;

/** There only where it is true: more was asked for than the asker may see. */
export const limitedSchema = z.optional(z.literal(true));

export const scopeSchema = z.object({
  accounts: z.array(z.string()),
  regions: z.array(z.string()),
  limited: limitedSchema,
});

/** An account and a region of it. */
export const placeSchema = z.object({ account: z.string(), region: z.string() });

export type Place = z.infer<typeof placeSchema>;

export const failureSchema = z.object({ account: z.string(), region: z.string(), problem: problemSchema });

export type Failure = z.infer<typeof failureSchema>;

export const upstreamCallSchema = z.object({
  action: z.string(),
  account: z.string(),
  region: z.string(),
  requestId: z.nullable(z.string()),
  /** How long the call took, in ms. */
  ms: wholeSchema,
  /** Nothing was sent: the answer was known, or came of a call that someone else was making. */
  cached: z.boolean(),
  /** Why an old answer was given in place of a new one. */
  stale: z.nullable(problemCodeSchema),
  /** When the cloud gave the answer. */
  asOf: timeSchema,
});

export type UpstreamCall = z.infer<typeof upstreamCallSchema>;

/** A way to read a query, and what it is expected to cost. `parts` are read side by side, 1 where it has none. */
const readingWaySchema = z.object({
  by: z.enum(['whole', 'pages', 'type', 'vpc', 'vswitch']),
  parts: wholeSchema,
  calls: wholeSchema,
  seconds: z.number(),
});

/** How a query of a place is read; `others` are the ways that were not taken, and `text` says it all in English. */
export const explanationSchema = z.extend(readingWaySchema, {
  account: z.string(),
  region: z.string(),
  text: z.string(),
  others: z.array(readingWaySchema),
});

export type Explanation = z.infer<typeof explanationSchema>;

/** `GET /api/enis`: one step of a scan. No cursor: the scan is complete. */
export const enisPageSchema = z.object({
  items: z.array(eniSchema),
  cursor: z.nullable(z.string()),
  scope: scopeSchema,
  /** Places that have not been read to their end and have not failed. */
  pending: z.optional(z.array(placeSchema)),
  /** Rows read upstream for this page, before the filters that ran after reading. */
  scanned: wholeSchema,
  /** URL keys (with their minus) of the filters that the API did not apply itself. */
  filteredAfter: z.array(z.string()),
  failures: z.array(failureSchema),
  caveats: z.array(caveatSchema),
  asOf: timeSchema,
  upstream: z.array(upstreamCallSchema),
  /** Only in an answer to `explain=true`: how the queries that this page began are read. */
  explain: z.optional(z.array(explanationSchema)),
});

export type EnisPage = z.infer<typeof enisPageSchema>;

/**
 * `GET /api/enis/count`. `total` is how many ENIs match, null where the API cannot count that (a filter runs after
 * reading, or the API's own filter is not exact). `toRead` is what the API's own filters leave, null where unknown.
 */
export const enisCountSchema = z.object({
  total: z.nullable(wholeSchema),
  toRead: z.nullable(wholeSchema),
  asOf: timeSchema,
  limited: limitedSchema,
});

export type EnisCount = z.infer<typeof enisCountSchema>;

/**
 * `GET /api/enis/{id}`: the ENI, and with `raw=true` its upstream JSON. `raw` is text, so that 64-bit integers
 * survive every JSON parser on the way.
 */
export const eniDetailSchema = z.extend(eniSchema, { raw: z.optional(z.string()) });

export type EniDetail = z.infer<typeof eniDetailSchema>;

export const accountSchema = z.object({
  name: z.string(),
  default: z.boolean(),
  defaultRegion: z.string(),
  regions: z.nullable(z.array(z.string())),
  /** The profile of the aliyun CLI that acts as this account; null where its credentials come from elsewhere. */
  profile: z.nullable(z.string()),
});

export const accountsSchema = z.object({ items: z.array(accountSchema) });

export type Accounts = z.infer<typeof accountsSchema>;

export const regionSchema = z.object({
  id: z.string(),
  names: z.object({ en: z.string(), zh: z.string() }),
  default: z.boolean(),
});

export const regionsSchema = z.object({
  items: z.array(regionSchema),
  /** Where the list comes from: the API, ENI_ATLAS_REGIONS, or the built-in list because DescribeRegions failed. */
  source: z.enum(['api', 'configured', 'builtin']),
});

export type Regions = z.infer<typeof regionsSchema>;
