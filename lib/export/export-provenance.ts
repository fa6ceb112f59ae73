import * as z from 'zod/mini';
import { leavesNothingOut } from '@/lib/eni/completeness';
import { type Caveat, caveatSchema, type Failure, failureSchema, scopeSchema } from '@/lib/eni/page';
import { problemSchema } from '@/lib/eni/problem';
import { timeSchema, wholeSchema } from '@/lib/eni/scalars';

/** The source of a file's rows, as known when it begins. */
export const exportStartSchema = z.object({
  /** The search as its query string, and as a link to the page that shows it. */
  search: z.string(),
  link: z.string(),
  /** How many ENIs were chosen of what was found; null: all. */
  selected: z.nullable(wholeSchema),
  scope: scopeSchema,
  format: z.string(),
  shape: z.string(),
  /** Null: whole ENIs. */
  columns: z.nullable(z.array(z.string())),
  started: timeSchema,
});

export type ExportStart = z.infer<typeof exportStartSchema>;

/**
 * Why a file ended before everything had been read.
 * - `problem`: a call failed, see `problem`.
 * - `row_limit`: a sheet of Excel holds no more rows.
 * - `time_limit`: it took longer than an export may.
 * - `shutdown`: the dashboard was being stopped.
 */
export const STOP_REASONS = ['problem', 'row_limit', 'time_limit', 'shutdown'] as const;

export const stopReasonSchema = z.enum(STOP_REASONS);

/** The result, as known when a file ends. A file without it was cut off. */
export const exportEndSchema = z.object({
  finished: timeSchema,
  /** When the oldest of what it says was read from the cloud. */
  asOf: timeSchema,
  rows: wholeSchema,
  enis: wholeSchema,
  /** ENIs read, before the filters that ran after reading, and calls made to the cloud. */
  scanned: wholeSchema,
  calls: wholeSchema,
  /** Every ENI that matches is in the file. */
  complete: z.boolean(),
  stopped: z.nullable(z.object({ reason: stopReasonSchema, problem: z.optional(problemSchema) })),
  failures: z.array(failureSchema),
  caveats: z.array(caveatSchema),
});

export type ExportEnd = z.infer<typeof exportEndSchema>;

/** Whether every ENI that matches has been read. */
export function isComplete({ stopped, failures, caveats }: Omit<ExportEnd, 'complete'>): boolean {
  return stopped === null && leavesNothingOut({ failures, caveats });
}

type Pairs = [string, string][];

function facts(values: Record<string, string | number | undefined>): string {
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  return known.map(([name, value]) => `${name} ${value}`).join(', ');
}

const placeOf = ({ account, region }: { account?: string | undefined; region?: string | undefined }) =>
  [account, region].filter((part) => part !== undefined).join('/');

function failureText({ account, region, problem }: Failure): string {
  const { code, action, upstreamCode, upstreamRequestId, retryAfter } = problem;
  const more = facts({ action, upstreamCode, upstreamRequestId, retryAfter });
  return `${account}/${region}: ${code}${more && ` (${more})`}`;
}

function caveatText({ code, account, region, ...rest }: Caveat): string {
  const place = placeOf({ account, region });
  const more = facts(rest);
  return `${code}${place && ` in ${place}`}${more && ` (${more})`}`;
}

function stopText({ reason, problem }: NonNullable<ExportEnd['stopped']>): string {
  if (!problem) return reason;
  const { code, detail, account, region, upstreamRequestId } = problem;
  const more = facts({ account, region, upstreamRequestId });
  return `${code}${detail ? `: ${detail}` : ''}${more && ` (${more})`}`;
}

/** The beginning as names and texts, for CSV and sheets. */
export function startPairs(start: ExportStart): Pairs {
  return [
    ['file', 'ENI Atlas export'],
    ['search', start.search || '(all)'],
    ['link', start.link],
    ...(start.selected === null ? [] : ([['selected', String(start.selected)]] satisfies Pairs)),
    ['accounts', start.scope.accounts.join(', ')],
    ['regions', start.scope.regions.join(', ')],
    ['format', start.format],
    ['shape', start.shape],
    ['columns', start.columns?.join(', ') ?? '(all)'],
    ['started', start.started],
  ];
}

/** The end as names and texts. `stopped`, `failure` and `caveat` are there where there are such. */
export function endPairs(end: ExportEnd): Pairs {
  return [
    ['finished', end.finished],
    ['as of', end.asOf],
    ['rows', String(end.rows)],
    ['ENIs', String(end.enis)],
    ['scanned', String(end.scanned)],
    ['calls', String(end.calls)],
    ['complete', String(end.complete)],
    ...(end.stopped ? ([['stopped', stopText(end.stopped)]] satisfies Pairs) : []),
    ...end.failures.map((failure): [string, string] => ['failure', failureText(failure)]),
    ...end.caveats.map((caveat): [string, string] => ['caveat', caveatText(caveat)]),
  ];
}
