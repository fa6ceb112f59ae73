import * as z from 'zod/mini';
import { parseValue } from '@/lib/search/kinds';
import { RULE_IDS } from './rule-ids';
import { THRESHOLD_NAMES, THRESHOLDS, thresholdsSchema } from './thresholds';

const ids = z._default(z.array(z.string().check(z.minLength(1), z.maxLength(128))), []);
const tagKeys = z._default(z.array(z.string().check(z.minLength(1), z.maxLength(128))), []);
const tagFilters = z.array(z.string().check(z.refine((text) => parseValue('tag', text).ok)));

/** A finding that someone decided to live with, and until when. */
const waiverSchema = z.strictObject({
  rule: z.enum(RULE_IDS),
  /** The subject of the finding, as `account/region/id`. */
  subject: z.string().check(z.regex(/^[^/]+\/[^/]+\/.+$/s)),
  reason: z.string().check(z.minLength(1), z.maxLength(500)),
  /** The last day on which it holds, in UTC; null is for good. */
  expires: z._default(z.nullable(z.iso.date()), null),
  by: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
});

export type Waiver = z.infer<typeof waiverSchema>;

const exposureSchema = z.strictObject({
  /** As the tag filter is written: `key`, `key:value`, `key:*`. */
  tags: z._default(tagFilters, []),
  vSwitches: ids,
  securityGroups: ids,
});

/** What people declare about their estate: the file that they edit, import, export and give to the server. */
export const policySchema = z.strictObject({
  version: z.literal(1),
  thresholds: z.prefault(thresholdsSchema, {}),
  /** Keys that every ENI should have. */
  requiredTags: tagKeys,
  /** Resource groups that count as no choice. */
  defaultResourceGroups: ids,
  /** The places where EIPs and IPv6 are intended. */
  exposureAllowed: z.prefault(exposureSchema, {}),
  /** vSwitches that nothing public belongs in. */
  privateVSwitches: ids,
  /** Groups of VPCs that are connected, or are to be: by peering, CEN or VPN. */
  connectedVpcs: z._default(z.array(z.array(z.string().check(z.minLength(1), z.maxLength(128)))), []),
  waivers: z._default(z.array(waiverSchema), []),
});

export type Policy = z.infer<typeof policySchema>;

export const DEFAULT_POLICY: Policy = policySchema.parse({ version: 1 });

function union<Item>(a: readonly Item[], b: readonly Item[]): Item[] {
  return [...new Map([...a, ...b].map((item) => [JSON.stringify(item), item])).values()];
}

/**
 * The policy of the server with what this browser adds. Lists are joined. A threshold of the browser wins where it is
 * not the usual one: a usual value is taken as not set, so it cannot undo a choice of the server.
 */
export function mergePolicies(server: Policy, browser: Policy): Policy {
  const thresholds = { ...server.thresholds };
  for (const name of THRESHOLD_NAMES) {
    const wanted = browser.thresholds[name];
    if (wanted !== THRESHOLDS[name].usual) thresholds[name] = wanted;
  }
  const [allowed, more] = [server.exposureAllowed, browser.exposureAllowed];
  return {
    version: 1,
    thresholds,
    requiredTags: union(server.requiredTags, browser.requiredTags),
    defaultResourceGroups: union(server.defaultResourceGroups, browser.defaultResourceGroups),
    exposureAllowed: {
      tags: union(allowed.tags, more.tags),
      vSwitches: union(allowed.vSwitches, more.vSwitches),
      securityGroups: union(allowed.securityGroups, more.securityGroups),
    },
    privateVSwitches: union(server.privateVSwitches, browser.privateVSwitches),
    connectedVpcs: union(server.connectedVpcs, browser.connectedVpcs),
    waivers: union(server.waivers, browser.waivers),
  };
}
