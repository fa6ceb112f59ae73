import 'server-only';
import * as z from 'zod/mini';
import { auditAnswerSchema, auditRecordSchema } from '@/lib/audit/audit-answer';
import { auditLineSchema, cacheUseSchema } from '@/lib/audit/audit-line';
import {
  askAnswerSchema,
  askedEipSchema,
  askedHitSchema,
  askHeadSchema,
  askPriceSchema,
  placeAnswerSchema,
} from '@/lib/eni/ask';
import { credentialReasonSchema } from '@/lib/eni/credential-failure';
import { attachmentSchema, eniSchema, ipv6AddressSchema, privateIpSchema, tagSchema } from '@/lib/eni/eni';
import { meSchema, roleSchema, signInModeSchema } from '@/lib/eni/me';
import { nameKindSchema, namesSchema } from '@/lib/eni/names';
import {
  accountSchema,
  accountsSchema,
  caveatSchema,
  eniDetailSchema,
  enisCountSchema,
  enisPageSchema,
  explanationSchema,
  failureSchema,
  placeSchema,
  regionSchema,
  regionsSchema,
  scopeSchema,
  upstreamCallSchema,
} from '@/lib/eni/page';
import { problemCodeSchema, problemSchema } from '@/lib/eni/problem';
import { timeSchema, wholeSchema } from '@/lib/eni/scalars';
import {
  discoveredAddressesSchema,
  discoveredAddressSchema,
  eniAttributeSchema,
  eniHolderSchema,
  eniHoldersSchema,
  optionalCallSchema,
  ownerKindSchema,
  prefixHolderSchema,
  prefixHoldersSchema,
  unavailableSchema,
} from '@/lib/eni/told';
import { vpcSchema, vSwitchesSchema, vSwitchReservationSchema, vSwitchSchema } from '@/lib/eni/vswitch';
import { FORMAT_NAMES } from '@/lib/export/export-options';
import { exportEndSchema, exportStartSchema, stopReasonSchema } from '@/lib/export/export-provenance';
import { SHAPES } from '@/lib/search/view';

/** A row of a file whose columns the caller chose. */
const exportRowSchema = z.record(
  z.string(),
  z.union([z.nullable(z.string()), z.number(), z.boolean(), z.array(z.string())]),
);

const exportFileSchema = z.object({
  provenance: z.optional(exportStartSchema),
  items: z.array(z.union([eniSchema, exportRowSchema])),
  end: z.optional(exportEndSchema),
});

const readySchema = z.object({ ready: z.literal(true) });

const stoppingSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.literal(503),
  detail: z.string(),
  ready: z.literal(false),
  requestId: z.nullable(z.string()),
});

/**
 * The schemas of the API by name: for answers, the same ones that the routes and the browser use. Every closed list of
 * words has a name of its own, so that generators make a single type of it that clashes with no other.
 */
export const ANSWER_SCHEMAS = {
  Eni: [
    eniSchema,
    'One elastic network interface. Absent, null, "" and "null" are all null; lists are never null.',
  ],
  PrivateIp: [privateIpSchema, 'A private IPv4 address of an ENI, and the EIP that is bound to it.'],
  Ipv6Address: [ipv6AddressSchema, 'An IPv6 address of an ENI.'],
  Tag: [tagSchema, 'A tag.'],
  Attachment: [attachmentSchema, 'What an ENI is attached to, and where.'],
  EniDetail: [eniDetailSchema, 'An ENI, with raw=true beside its JSON as the cloud sent it, as text.'],
  EnisPage: [enisPageSchema, 'One step of a scan. A null cursor: the scan is complete.'],
  EnisCount: [enisCountSchema, 'How many ENIs match; null where the API cannot count that.'],
  Scope: [scopeSchema, 'The accounts and regions that were looked at.'],
  Place: [placeSchema, 'An account and a region of it.'],
  Failure: [failureSchema, 'An account and region that could not be read, and why.'],
  Caveat: [caveatSchema, 'Something true about an answer that its rows do not show.'],
  Me: [meSchema, 'Who has signed in. Times are in ms since 1970.'],
  SignInMode: [signInModeSchema, 'How a person has signed in.'],
  Role: [roleSchema, 'What a grant lets do.'],
  CaveatCode: [caveatSchema.shape.code, 'What is true about an answer that its rows do not show.'],
  UpstreamCall: [upstreamCallSchema, 'A call to the cloud that the answer was made of. ms is its duration.'],
  Explanation: [explanationSchema, 'How the queries of a place are read, and what that is expected to cost.'],
  ReadingBy: [explanationSchema.shape.by, 'What the ENIs of a place are divided by to be read side by side.'],
  Account: [accountSchema, 'An account of this dashboard.'],
  Accounts: [accountsSchema, 'The accounts of this dashboard.'],
  Region: [regionSchema, 'A region, with its names.'],
  Regions: [regionsSchema, 'The regions that an account may be asked for.'],
  RegionSource: [regionsSchema.shape.source, 'Where a list of regions comes from.'],
  VSwitch: [vSwitchSchema, 'A vSwitch.'],
  Vpc: [vpcSchema, 'A VPC.'],
  VSwitchReservation: [vSwitchReservationSchema, 'A CIDR block that a vSwitch keeps for prefixes.'],
  IpVersion: [vSwitchReservationSchema.shape.ipVersion, 'The version of IP of a CIDR block.'],
  VSwitches: [vSwitchesSchema, 'All vSwitches of a scope.'],
  Names: [
    namesSchema,
    'The names of the ids that exist; null for what has none. What could not be read is in unavailable.',
  ],
  NameKind: [nameKindSchema, 'What has a name beside the id that an ENI carries.'],
  AskHead: [askHeadSchema, 'The first line of an ask: the values, and the places that will be told of.'],
  PlaceAnswer: [placeAnswerSchema, 'What one account and region says to exact values: a line of an ask.'],
  PlaceState: [placeAnswerSchema.shape.state, 'What came of asking a place.'],
  AskedHit: [askedHitSchema, 'One holder of one value; eni is null where it is an EIP that is on none.'],
  AskWay: [askedHitSchema.shape.way, 'In which way an ENI has a value.'],
  AskedEip: [askedEipSchema, 'An EIP, and what it is bound to.'],
  AskPrice: [askPriceSchema, 'What settling the open values of a place would take.'],
  AskAnswer: [askAnswerSchema, 'An ask as one object.'],
  AuditAnswer: [
    auditAnswerSchema,
    'A day of the audit trail: exports and denials, then everything else, the latest of each.',
  ],
  AuditLine: [auditLineSchema, 'A line of the audit trail.'],
  AuditAuth: [auditLineSchema.shape.auth, 'How somebody had shown who they are.'],
  AuditKind: [auditRecordSchema.shape.kind, 'What a record tells, in a word.'],
  CacheUse: [cacheUseSchema, 'Where an answer came from.'],
  ExportStart: [exportStartSchema, 'Where the rows of a file come from.'],
  ExportEnd: [exportEndSchema, 'What came of an export. A file without it was cut off.'],
  StopReason: [stopReasonSchema, 'Why a file ended before everything had been read.'],
  ExportRow: [exportRowSchema, 'A row of a file of which columns were chosen, by the names of the columns.'],
  ExportFile: [exportFileSchema, 'An export as JSON: whole ENIs, or objects of the chosen columns.'],
  Problem: [problemSchema, 'RFC 9457 problem. retryAfter is in seconds.'],
  CredentialReason: [credentialReasonSchema, 'Why an account has no credentials: a closed list.'],
  ProblemCode: [problemCodeSchema, 'What is wrong: a closed list. Each code has one HTTP status.'],
  Healthy: [z.object({ healthy: z.literal(true) }), 'The process answers.'],
  Ready: [readySchema, 'Requests may be sent here.'],
  Stopping: [stoppingSchema, 'The process finishes what it has begun.'],
  OwnerKind: [ownerKindSchema, 'Who may hold an ENI.'],
  EniAttribute: [eniAttributeSchema, 'What the list of ENIs does not give of one.'],
  EniHolder: [eniHolderSchema, 'What says that it has an ENI.'],
  EniHolders: [eniHoldersSchema, 'Who says that an ENI is theirs.'],
  DiscoveredAddress: [discoveredAddressSchema, 'An address, and what VPC IPAM says has it.'],
  DiscoveredAddresses: [discoveredAddressesSchema, 'What VPC IPAM says of the addresses of a vSwitch.'],
  PrefixHolder: [prefixHolderSchema, 'A prefix of a CIDR reservation, and what has it.'],
  PrefixHolders: [prefixHoldersSchema, 'Who has the prefixes of the CIDR reservations of a vSwitch.'],
  Unavailable: [unavailableSchema, 'An optional call that could not be made, and what to grant.'],
  OptionalCall: [optionalCallSchema, 'A call that tells more than the lists do.'],
  BooleanWord: [z.enum(['true', 'false']), 'A boolean in a list of values.'],
  ExportFormat: [z.enum(FORMAT_NAMES), 'The format of a file.'],
  RowShape: [z.enum(SHAPES), 'What is a row: an ENI, or one address of it.'],
  ReadScope: [z.enum(['all']), 'That a place is read whatever that costs.'],
} as const satisfies Record<string, readonly [z.core.$ZodType, string]>;

export type SchemaName = keyof typeof ANSWER_SCHEMAS;

type JsonSchema = Record<string, unknown>;

export const refTo = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });

/** The schemas as JSON Schema 2020-12, open to members that later versions may add. */
export function answerSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id?: string; description?: string; type?: string; format?: string }>();
  for (const [id, [schema, description]] of Object.entries(ANSWER_SCHEMAS))
    registry.add(schema, { id, description });
  registry.add(timeSchema, { format: 'date-time' });
  const wholes = [wholeSchema, stoppingSchema.shape.status, auditLineSchema.shape.v];
  for (const schema of wholes) registry.add(schema, { type: 'integer' });
  const uri = (id: string) => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri, metadata: registry });
  return Object.fromEntries(
    // A document names its dialect once, and a component by its location.
    Object.entries(schemas).map(([id, { $id: _id, $schema: _dialect, id: _name, ...schema }]) => [
      id,
      schema,
    ]),
  );
}
