import * as z from 'zod/mini';
import { wholeSchema } from '@/lib/eni/scalars';
import { AUDIT_KINDS, auditLineSchema } from './audit-line';

/** How often a value occurs in the records, the most frequent first. */
const countsSchema = z.array(z.object({ value: z.string(), count: wholeSchema }));

export type AuditCounts = z.infer<typeof countsSchema>;

/** One look, export or denial: its line, and of a long answer what came of it; null where that has not ended, or not that day. */
export const auditRecordSchema = z.object({
  line: auditLineSchema,
  kind: z.enum(AUDIT_KINDS),
  end: z.nullable(auditLineSchema),
});

export type AuditRecord = z.infer<typeof auditRecordSchema>;

/** `GET /api/audit`: the records of a day that filters leave, over the files that are there. */
export const auditAnswerSchema = z.object({
  /** `2026-12-31`, of the clock that was asked for. */
  day: z.string(),
  /** Exports and denials, newest first, the latest of them. */
  notable: z.array(auditRecordSchema),
  /** Everything else, newest first, the latest of it. */
  others: z.array(auditRecordSchema),
  totals: z.object({ notable: wholeSchema, others: wholeSchema, exports: wholeSchema, denials: wholeSchema }),
  /** For the whole day, regardless of the filters. `missing` counts the gaps of `seq`, null where there is no line. */
  all: z.object({
    records: wholeSchema,
    firstSeq: z.nullable(wholeSchema),
    lastSeq: z.nullable(wholeSchema),
    missing: wholeSchema,
  }),
  facets: z.object({
    kind: countsSchema,
    who: countsSchema,
    account: countsSchema,
    auth: countsSchema,
  }),
  /** Records that the filters leave, by hour of the day. */
  hours: z.array(z.object({ looks: wholeSchema, exports: wholeSchema, denials: wholeSchema })),
  files: z.object({
    count: wholeSchema,
    bytes: wholeSchema,
    /** When the oldest line that is there was written, ISO 8601; null where there is none. */
    since: z.nullable(z.string()),
  }),
  /** Tokens that end within 14 days, the next to end first. `expires` is ISO 8601. */
  tokensEnding: z.array(
    z.object({ id: z.string(), name: z.string(), owner: z.string(), expires: z.string() }),
  ),
  /** False while what happens cannot be recorded. */
  isWritable: z.boolean(),
});

export type AuditAnswer = z.infer<typeof auditAnswerSchema>;
