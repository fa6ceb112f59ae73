import * as z from 'zod/mini';
import { credentialFailureSchema } from './credential-failure';
import { wholeSchema } from './scalars';

/**
 * The closed list of problems: what the API may answer and what the pages may show. The HTTP status of each is
 * fixed here; its words for people are in the message catalogues under `problem.<code>`.
 */
export const PROBLEMS = {
  unknown_parameter: 400,
  unsupported_parameter: 400,
  duplicate_parameter: 400,
  missing_parameter: 400,
  malformed: 400,
  invalid_enum: 400,
  invalid_ip: 400,
  invalid_encoding: 400,
  not_boolean: 400,
  not_integer: 400,
  out_of_range: 400,
  too_many: 400,
  too_long: 400,
  unknown_region: 400,
  cursor_invalid: 400,
  cursor_mismatch: 400,
  bad_path: 400,
  token_in_url: 400,
  two_askers: 400,
  signed_out: 401,
  sign_in_refused: 401,
  start_again: 401,
  clocks_differ: 401,
  password_wrong: 401,
  token_invalid: 401,
  cross_site: 403,
  sign_in_needed: 403,
  cursor_forbidden: 403,
  cloud_forbidden: 403,
  no_grant: 403,
  too_many_groups: 403,
  region_not_granted: 403,
  role_needed: 403,
  not_found: 404,
  unknown_account: 404,
  eni_not_found: 404,
  method_not_allowed: 405,
  cursor_expired: 409,
  body_too_large: 413,
  url_too_long: 414,
  unsupported_media_type: 415,
  expectation_failed: 417,
  host_not_allowed: 421,
  upstream_throttled: 429,
  queue_full: 429,
  too_many_tries: 429,
  asker_busy: 429,
  internal_error: 500,
  idp_unavailable: 503,
  audit_unavailable: 503,
  circuit_open: 503,
  credentials_unavailable: 503,
  cloud_credentials_invalid: 502,
  cloud_quota: 502,
  cloud_signature: 502,
  clock_skew: 502,
  region_unavailable: 502,
  upstream_rejected: 502,
  upstream_error: 502,
  upstream_unknown: 502,
  upstream_bad_payload: 502,
  upstream_too_large: 502,
  upstream_unreachable: 502,
  dashboard_unreachable: 503,
  upstream_dns: 502,
  upstream_tls: 502,
  upstream_timeout: 504,
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

export const problemCodeSchema = z.enum(PROBLEM_CODES);

/** RFC 9457 problem, with our members. `retryAfter` is in seconds. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: wholeSchema,
  /** One English sentence for scripts; pages show the catalogue's words for `code`. */
  detail: z.optional(z.string()),
  code: problemCodeSchema,
  /** The URL key that is wrong. */
  field: z.optional(z.string()),
  /** The values that would have been right. */
  allowed: z.optional(z.array(z.string())),
  requestId: z.optional(z.string()),
  upstreamCode: z.optional(z.string()),
  upstreamRequestId: z.optional(z.string()),
  /** The RAM action to grant. */
  action: z.optional(z.string()),
  retryAfter: z.optional(wholeSchema),
  /** Why there are no credentials, with `credentials_unavailable`. */
  credential: z.optional(credentialFailureSchema),
  /** The earlier failure after which no more calls were sent. */
  cause: z.optional(problemCodeSchema),
  account: z.optional(z.string()),
  region: z.optional(z.string()),
  /** Every account and region of a scope in which none answered. */
  failures: z.optional(
    z.array(z.object({ account: z.string(), region: z.string(), code: problemCodeSchema })),
  ),
});

export type Problem = z.infer<typeof problemSchema>;

type Details = Partial<Omit<Problem, 'type' | 'status' | 'code'>>;

/**
 * The identifier of a kind of problem (RFC 9457): a URN, as the dashboard has no address of its own. docs/PROBLEMS.md
 * has a part for each.
 */
export function problemType(code: ProblemCode): string {
  return `urn:eni-atlas:problem:${code}`;
}

/** A problem on its way up. `message` is the problem's detail and is safe to log. */
export class ProblemError extends Error {
  readonly problem: Problem;

  /** Next bundles this module more than once, and bundles that share traffic must know each other's problems. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'ProblemError';
  }

  constructor(code: ProblemCode, details: Details = {}) {
    super(details.detail ?? code);
    this.name = 'ProblemError';
    const defined = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
    this.problem = {
      type: problemType(code),
      title: code.replaceAll('_', ' '),
      status: PROBLEMS[code],
      code,
      ...defined,
    };
  }
}
