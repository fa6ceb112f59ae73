import 'server-only';
import * as z from 'zod/mini';
import { auditAnswerSchema } from '@/lib/audit/audit-answer';
import { auditLineSchema } from '@/lib/audit/audit-line';
import { askAnswerSchema, askHeadSchema, placeAnswerSchema } from '@/lib/eni/ask';
import { eniSchema } from '@/lib/eni/eni';
import { meSchema } from '@/lib/eni/me';
import { namesSchema } from '@/lib/eni/names';
import {
  accountsSchema,
  caveatSchema,
  eniDetailSchema,
  enisCountSchema,
  enisPageSchema,
  failureSchema,
  regionsSchema,
  scopeSchema,
  upstreamCallSchema,
} from '@/lib/eni/page';
import { problemSchema } from '@/lib/eni/problem';
import { vpcSchema, vSwitchesSchema, vSwitchReservationSchema, vSwitchSchema } from '@/lib/eni/vswitch';
import { exportEndSchema, exportStartSchema } from '@/lib/export/export-provenance';

/** A row of a file of which columns were chosen. */
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

/** The schemas of the API's answers by name: those that the routes and the browser use themselves. */
export const ANSWER_SCHEMAS = {
  Eni: [
    eniSchema,
    'One elastic network interface. Absent, null, "" and "null" are all null; lists are never null.',
  ],
  EniDetail: [eniDetailSchema, 'An ENI, with raw=true beside its JSON as the cloud sent it, as text.'],
  EnisPage: [enisPageSchema, 'One step of a scan. A null cursor: the scan is complete.'],
  EnisCount: [enisCountSchema, 'How many ENIs match; null where the API cannot count that.'],
  Scope: [scopeSchema, 'The accounts and regions that were looked at.'],
  Failure: [failureSchema, 'An account and region that could not be read, and why.'],
  Caveat: [caveatSchema, 'Something true about an answer that its rows do not show.'],
  UpstreamCall: [upstreamCallSchema, 'A call to the cloud that the answer was made of.'],
  Me: [meSchema, 'Who has signed in. Times are in ms since 1970.'],
  Accounts: [accountsSchema, 'The accounts of this dashboard.'],
  Regions: [regionsSchema, 'The regions that an account may be asked for.'],
  VSwitch: [vSwitchSchema, 'A vSwitch.'],
  Vpc: [vpcSchema, 'A VPC.'],
  VSwitchReservation: [vSwitchReservationSchema, 'A CIDR block that a vSwitch keeps for prefixes.'],
  VSwitches: [vSwitchesSchema, 'All vSwitches of a scope.'],
  Names: [
    namesSchema,
    'The names of the ids that exist; null for what has none. What could not be read is in unavailable.',
  ],
  AskHead: [askHeadSchema, 'The first line of an ask: the values, and the places that will be told of.'],
  PlaceAnswer: [placeAnswerSchema, 'What one account and region says to exact values: a line of an ask.'],
  AskAnswer: [askAnswerSchema, 'An ask as one object.'],
  AuditAnswer: [
    auditAnswerSchema,
    'A day of the audit trail: exports and denials, then everything else, the latest of each.',
  ],
  AuditLine: [auditLineSchema, 'A line of the audit trail.'],
  ExportStart: [exportStartSchema, 'Where the rows of a file come from.'],
  ExportEnd: [exportEndSchema, 'What came of an export. A file without it was cut off.'],
  ExportFile: [exportFileSchema, 'An export as JSON: whole ENIs, or objects of the chosen columns.'],
  Problem: [problemSchema, 'RFC 9457 problem. retryAfter is in seconds.'],
  Healthy: [z.object({ healthy: z.literal(true) }), 'The process answers.'],
  Ready: [readySchema, 'Requests may be sent here.'],
  Stopping: [stoppingSchema, 'The process finishes what it has begun.'],
} as const satisfies Record<string, readonly [z.core.$ZodType, string]>;

export type SchemaName = keyof typeof ANSWER_SCHEMAS;

type JsonSchema = Record<string, unknown>;

export const refTo = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });

/** The schemas as JSON Schema 2020-12, open to members that later versions may add. */
export function answerSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string; description: string }>();
  for (const [id, [schema, description]] of Object.entries(ANSWER_SCHEMAS))
    registry.add(schema, { id, description });
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    // A document names its dialect once, and a component by where it stands.
    Object.entries(schemas).map(([id, { $id: _id, $schema: _dialect, id: _name, ...schema }]) => [
      id,
      schema,
    ]),
  );
}
