import * as z from 'zod/mini';
import { wholeSchema } from '@/lib/eni/scalars';

const scopeSchema = z.object({ accounts: z.array(z.string()), regions: z.array(z.string()) });

/** How the asker was authenticated; `none` where the dashboard has no sign-in. */
export const AUDIT_AUTHS = ['oidc', 'password', 'proxy', 'token', 'none'] as const;

/** Where an answer came from. */
export const cacheUseSchema = z.enum(['hit', 'miss', 'stale']);

/**
 * One line of the audit trail, written before the answer that it tells of. A long answer has two: `….start` before its
 * first byte, `….end` with what came of it.
 */
export const auditLineSchema = z.object({
  v: z.literal(1),
  /** ISO 8601. */
  ts: z.string(),
  /** One more than that of the line before: a gap is a loss. */
  seq: wholeSchema,
  reqId: z.string(),
  user: z.nullable(
    z.object({ iss: z.string(), sub: z.string(), name: z.string(), email: z.nullable(z.string()) }),
  ),
  auth: z.enum(AUDIT_AUTHS),
  /** The id of a token. */
  token: z.nullable(z.string()),
  /** A mark that all lines of one session share. */
  session: z.nullable(z.string()),
  /** The ids of the grants that held. */
  grants: z.array(z.string()),
  /** The address that asked, as far as the guard can vouch for it. */
  peer: z.nullable(z.string()),
  /** The address of the client, as a trusted proxy reports it. */
  forwardedFor: z.nullable(z.string()),
  /** At most 200 characters. */
  ua: z.nullable(z.string()),
  /** `enis`, `count`, `eni`, `export.start`, `vswitches`, `login` …, an open set. */
  action: z.string(),
  scopeAsked: z.nullable(scopeSchema),
  scopeServed: z.nullable(scopeSchema),
  /** The keys of the filters, and a mark that equal filters share. Their values may be secrets, and are not kept. */
  filters: z.nullable(z.object({ keys: z.array(z.string()), digest: z.string() })),
  /** The asker wanted nothing from the cache. */
  fresh: z.boolean(),
  /** Rows in the answer, where it has rows. */
  rows: z.nullable(wholeSchema),
  bytes: z.nullable(wholeSchema),
  cloudRequestIds: z.array(z.string()),
  cache: z.nullable(cacheUseSchema),
  status: wholeSchema,
  /** The problem that was answered. */
  code: z.nullable(z.string()),
  ms: wholeSchema,
  /** At the end of a long answer: whether it was whole, and if not, why. */
  complete: z.optional(z.boolean()),
  stopped: z.optional(z.string()),
});

export type AuditLine = z.infer<typeof auditLineSchema>;

export const AUDIT_KINDS = ['denied', 'exported', 'fresh', 'signed', 'looked', 'trail'] as const;

/** The kind of event that a line records. `trail` is about the audit trail itself. */
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** Problems that say no to somebody, beside the statuses 401 and 403. */
const DENIALS = ['unknown_account'];

/** The kind of event that a line records. */
export function auditKindOf({
  action,
  status,
  code,
  fresh,
}: Pick<AuditLine, 'action' | 'status' | 'code' | 'fresh'>): AuditKind {
  if (action.startsWith('audit.')) return 'trail';
  if (status === 401 || status === 403 || DENIALS.includes(code ?? '')) return 'denied';
  if (action.startsWith('export.')) return 'exported';
  if (action.startsWith('login') || action.startsWith('logout')) return 'signed';
  return fresh ? 'fresh' : 'looked';
}
