import * as z from 'zod/mini';
import { keyIn } from '@/lib/eni/place';
import type { FieldKind } from './field-kinds';
import { ENI_FIELDS, FIELD_NAMES, type FieldName } from './fields';
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

/** What a field of each kind is here. */
const SCHEMAS = {
  text,
  id: text,
  bigId: text,
  whole: z.nullable(wholeSchema),
  time: z.nullable(timeSchema),
  flag: z.nullable(z.boolean()),
  eip: text,
  attachment: z.nullable(attachmentSchema),
  ips: z.array(privateIpSchema),
  ipv6: z.array(ipv6AddressSchema),
  tags: z.array(tagSchema),
  ids: z.array(z.string()),
  ipv4Prefixes: z.array(z.string()),
  ipv6Prefixes: z.array(z.string()),
} as const satisfies Record<FieldKind, z.core.$ZodType>;

type FieldSchemas = { [Name in FieldName]: (typeof SCHEMAS)[(typeof ENI_FIELDS)[Name]['kind']] };

const fieldSchemas = Object.fromEntries(
  FIELD_NAMES.map((name) => [name, SCHEMAS[ENI_FIELDS[name].kind]]),
) as FieldSchemas;

/**
 * One elastic network interface, in camelCase of the API's own names with its wrapper objects removed; its fields are those
 * of `ENI_FIELDS`. Absent, `null`, `""` and the string `"null"` are all `null` here; lists are never null.
 * Addresses are the text that the API sent, so a masked `172.17.**.**` arrives as it is.
 * Source: ECS 2014-05-26 DescribeNetworkInterfaces; quirks in docs/UPSTREAM.md.
 */
export const eniSchema = z.object({
  account: z.string(),
  region: z.string(),
  ...fieldSchemas,
  // The id is what makes a row one: there is none without.
  id: z.string(),
  /** Upstream fields that this version does not know, by their path in the API's row: `Attachment.Novel`. */
  other: z.record(z.string(), z.unknown()),
});

/** One elastic network interface; see {@link eniSchema}. */
export type Eni = z.infer<typeof eniSchema>;

/** The key that makes an ENI one row: ids are unique in a region of an account; two accounts may see a shared ENI. */
export function eniKey(eni: Pick<Eni, 'account' | 'region' | 'id'>): string {
  return keyIn(eni, eni.id);
}

/** Every EIP of an ENI, once each: of its addresses first, then the one at ENI level. */
export function eipsOf(eni: Eni): string[] {
  const all = [...eni.privateIps.map((ip) => ip.publicIp), eni.publicIp];
  return [...new Set(all.filter((ip) => ip !== null))];
}
