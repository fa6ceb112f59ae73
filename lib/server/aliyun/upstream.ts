import 'server-only';
import type * as z from 'zod/mini';
import type { UpstreamCall } from '@/lib/eni/page';
import { type ProblemCode, ProblemError } from '@/lib/eni/problem';
import { config } from '../config/config';
import { log } from '../log/log';
import { recordUpstream } from '../metrics/metrics';
import { Traffic } from '../traffic/traffic';
import { type Cell, callOnce, type UpstreamAnswer, type UpstreamRequest } from './client';
import { sharedSecretOf } from './credentials/credentials';

/** What a request gathers on its way: who asked, whether it still waits, and every upstream call that answered it. */
export type Trace = {
  requestId: string;
  signal: AbortSignal;
  calls: UpstreamCall[];
  /** Who asks, as one key; absent where there is no sign-in. Calls of several askers take turns. */
  asker?: string;
  /** The asker wants nothing from the cache. */
  isFresh?: boolean;
  /** The asker can do without the answer: its failure must not stop the calls that others need. */
  isExtra?: boolean;
};

/** A call, the value taken out of its answer, and the schema of that value, for when it comes from the shared store. */
export type UpstreamQuery<T> = UpstreamRequest & {
  read: (answer: UpstreamAnswer) => T;
  schema: z.ZodMiniType<T>;
};

const TRAFFIC = Symbol.for('eni-atlas.traffic');
const shared = globalThis as { [TRAFFIC]?: Traffic };

/** The one traffic of this process, though Next bundles this module more than once. */
function traffic(): Traffic {
  const { rate, concurrency, cacheTtl, redisUrl, replicas } = config();
  shared[TRAFFIC] ??= new Traffic({ rate, concurrency, fresh: cacheTtl * 1000, redisUrl, replicas });
  return shared[TRAFFIC];
}

/**
 * Counts one more of something for all replicas, over this many seconds; null where they share no store, or it is away.
 */
export const countShared = (key: string, seconds: number) => traffic().count(key, seconds);

async function attempt<T>(
  cell: Cell,
  query: UpstreamQuery<T>,
  trace: Trace,
  sending: { signal: AbortSignal; arrived: () => void },
): Promise<{ value: T; requestId: string | null; bytes: number }> {
  const started = performance.now();
  const { action } = query;
  const { region } = cell;
  let outcome: 'ok' | 'given_up' | ProblemCode = 'ok';
  let requestId: string | null = null;
  try {
    const answer = await callOnce(cell, query, sending);
    requestId = answer.requestId;
    return { value: query.read(answer), requestId, bytes: answer.bytes.length };
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : null;
    outcome = problem?.code ?? 'given_up';
    requestId = problem?.upstreamRequestId ?? null;
    throw error;
  } finally {
    const ms = Math.round(performance.now() - started);
    const account = cell.account.name;
    const asOf = new Date().toISOString();
    recordUpstream({ action, region, outcome, ms });
    trace.calls.push({ action, account, region, requestId, ms, cached: false, stale: null, asOf });
    log.info(
      { requestId: trace.requestId, action, account, region, upstreamRequestId: requestId, outcome, ms },
      'upstream call',
    );
  }
}

/**
 * Asks the cloud, or a cache that remembers its answer.
 * @throws ProblemError for everything that can go wrong, safe to show and to log
 */
export async function callUpstream<T>(cell: Cell, query: UpstreamQuery<T>, trace: Trace): Promise<T> {
  const started = performance.now();
  const { product, action, params } = query;
  const place = { account: cell.account.name, region: cell.region, action };
  const { value, requestId, at, cached, stale } = await traffic().ask(
    {
      place,
      ...(trace.asker !== undefined && { who: trace.asker }),
      question: JSON.stringify([product, params]),
      isFresh: trace.isFresh ?? false,
      isExtra: trace.isExtra ?? false,
      secret: await sharedSecretOf(cell.account),
      check: (answer) => query.schema.parse(answer),
      send: (signal, arrived) => attempt(cell, query, trace, { signal, arrived }),
    },
    trace.signal,
  );
  if (cached) {
    const ms = Math.round(performance.now() - started);
    trace.calls.push({ ...place, requestId, ms, cached, stale, asOf: new Date(at).toISOString() });
  }
  return value;
}
