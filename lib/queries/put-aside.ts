import { queryOptions } from '@tanstack/react-query';
import type { PutAsideReading } from '@/lib/cleanup/ready';
import { serverNow } from '@/lib/clock/server-clock';
import type { Eni } from '@/lib/eni/eni';
import { type EnisPage, enisPageSchema, type Failure, type Place } from '@/lib/eni/page';
import type { ProblemCode } from '@/lib/eni/problem';
import { fetchJson } from './fetch-json';
import { problemOf } from './problem-of';
import { routes } from './routes';

/** The most ids that one call of the cloud takes. */
const BATCH = 100;

/** The ENIs put aside in a place, as they are now. `failures` names the places that could not be read. */
export type PutAsideNow = PutAsideReading & {
  /** The ids that were asked for. */
  asked: ReadonlySet<string>;
  failures: Failure[];
};

async function readBatch(
  { account, region }: Place,
  ids: string[],
  signal: AbortSignal,
): Promise<Pick<EnisPage, 'items' | 'failures' | 'asOf'>> {
  const search = {
    accounts: [account],
    regions: [region],
    terms: [{ key: 'eni' as const, negated: false, values: ids }],
  };
  const items: Eni[] = [];
  const failures: Failure[] = [];
  let cursor: string | null = null;
  let asOf: string | null = null;
  do {
    const url = routes.api.enis(search, BATCH, cursor);
    const page: EnisPage = await fetchJson(enisPageSchema, url, { signal, isFresh: true });
    items.push(...page.items);
    failures.push(...page.failures);
    asOf ??= page.asOf;
    cursor = page.cursor;
  } while (cursor !== null);
  return { items, failures, asOf };
}

/** Reads ENIs of one account and region by their ids, 100 a request. An unread ENI is never taken for gone. */
async function readPutAside(place: Place, ids: readonly string[], signal: AbortSignal): Promise<PutAsideNow> {
  const enis = new Map<string, Eni>();
  const unread = new Map<string, ProblemCode>();
  const failures: Failure[] = [];
  const times: string[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    try {
      const page = await readBatch(place, batch, signal);
      for (const eni of page.items) enis.set(eni.id, eni);
      failures.push(...page.failures);
      times.push(page.asOf);
      const [failure] = page.failures;
      if (failure) for (const id of batch) if (!enis.has(id)) unread.set(id, failure.problem.code);
    } catch (error) {
      signal.throwIfAborted();
      const problem = problemOf(error);
      if (problem === null) throw error;
      failures.push({ ...place, problem });
      for (const id of batch) unread.set(id, problem.code);
    }
  }
  // The oldest: nothing here is older than it says.
  const asOf = times.sort()[0] ?? new Date(serverNow()).toISOString();
  return { enis, unread, failures, asked: new Set(ids), asOf };
}

/**
 * The ENIs put aside in a place. They are read whenever the page is opened, and never taken from an earlier reading.
 */
export const putAsideQuery = (place: Place, ids: readonly string[]) =>
  queryOptions({
    queryKey: ['put-aside', place.account, place.region, ids.join()],
    queryFn: ({ signal }) => readPutAside(place, ids, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
