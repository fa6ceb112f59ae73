import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { MATCHES_A_PAGE } from '@/lib/eni/api-limits';
import type { EnisPage, Failure } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import type { Search } from '@/lib/search/search';
import type { Trace } from '../aliyun/upstream';
import { readEnisPage } from '../enis';
import { DEADLINE } from '../http/handler';
import { takeRun } from '../scan/live-runs';
import { type GrantedScope, partOf } from '../scope';
import { timeLimit } from '../time-limit';

/** The longest total wait for throttling over a whole export, in ms. */
const MOST_WAITING = 180_000;

/** How often a scan may start again because its cursor had become too old. */
const MOST_RESTARTS = 3;

/** How often a throttled place is read again. */
const MOST_TRIES = 5;

/** When a failure will have passed, where the cloud said so. */
function passesAt({ problem: { retryAfter } }: Pick<Failure, 'problem'>): number | null {
  return retryAfter === undefined ? null : performance.now() + Math.max(1, retryAfter) * 1000;
}

/** A page that only reports what could not be read. */
function onlyFailure(failure: Failure): EnisPage {
  const { account, region } = failure;
  return {
    items: [],
    cursor: null,
    scope: { accounts: [account], regions: [region] },
    scanned: 0,
    filteredAfter: [],
    failures: [failure],
    caveats: [],
    asOf: new Date().toISOString(),
    upstream: [],
  };
}

/**
 * Every page of a search, each read under the time limit of a request. Throttling is waited out, a place that was
 * throttled is read once more at the end, and a scan whose cursor has become too old starts again: rows may then come
 * twice.
 * @throws ProblemError when it cannot go on; the pages given before stay valid
 */
export class PagesReader {
  private waited = 0;
  private restarts = 0;
  private cursor: string | null = null;

  constructor(
    private readonly scope: GrantedScope,
    private readonly trace: Pick<Trace, 'requestId' | 'isFresh' | 'asker'>,
    private readonly signal: AbortSignal,
  ) {}

  async *read(search: Search): AsyncGenerator<EnisPage, void> {
    const later: { failure: Failure; at: number }[] = [];
    try {
      yield* this.scan(search, this.scope, (failure) => {
        const at = passesAt(failure);
        if (at !== null) later.push({ failure, at });
        return at === null;
      });
    } catch (error) {
      for (const { failure } of later) yield onlyFailure(failure);
      throw error;
    }
    for (const each of later) yield* this.readLater(search, each.failure, each.at);
  }

  /** Reads a throttled place once it may be asked again, and repeats that while the cloud says how long to wait. */
  private async *readLater(search: Search, failure: Failure, at: number): AsyncGenerator<EnisPage, void> {
    const { account, region } = failure;
    const place = { accounts: [account], regions: [region] };
    const there = partOf(this.scope, (cell) => cell.account.name === account && cell.region === region);
    let last = failure;
    let next: number | null = at;
    for (let tries = 0; tries < MOST_TRIES && next !== null && (await this.waitUntil(next)); tries++) {
      try {
        return yield* this.scan({ ...search, ...place }, there, () => true);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        last = { ...failure, problem: error.problem };
        next = passesAt(last);
      }
    }
    yield onlyFailure(last);
  }

  /** @param isFinal whether a failure is final, or will be retried later */
  private async *scan(
    search: Search,
    scope: GrantedScope,
    isFinal: (failure: Failure) => boolean,
  ): AsyncGenerator<EnisPage, void> {
    this.cursor = null;
    let isFirst = true;
    try {
      do {
        const page = await this.step(search, scope, isFirst);
        isFirst = false;
        this.cursor = page.cursor;
        yield { ...page, failures: page.failures.filter(isFinal) };
      } while (this.cursor !== null);
    } finally {
      // A caller that stops in the middle leaves a run that still reads ahead.
      if (this.cursor !== null) takeRun(this.cursor)?.stop();
    }
  }

  private async step(search: Search, scope: GrantedScope, isFirst: boolean): Promise<EnisPage> {
    const caveats: EnisPage['caveats'] = [];
    for (;;) {
      const limit = timeLimit(DEADLINE, this.signal);
      try {
        const options = { limit: MATCHES_A_PAGE, cursor: this.cursor };
        const page = await readEnisPage(search, scope, options, {
          ...this.trace,
          signal: limit.signal,
          calls: [],
        });
        return { ...page, caveats: [...caveats, ...page.caveats] };
      } catch (error) {
        if (this.signal.aborted) throw this.signal.reason;
        if (limit.isUp())
          throw new ProblemError('upstream_timeout', { detail: 'Alibaba Cloud did not answer in time.' });
        if (isFirst || !(error instanceof ProblemError)) throw error;
        if (error.problem.code === 'cursor_expired' && this.restarts < MOST_RESTARTS) {
          this.restarts++;
          this.cursor = null;
          caveats.push({ code: 'restarted' });
        } else {
          const at = passesAt(error);
          if (at === null || !(await this.waitUntil(at))) throw error;
        }
      } finally {
        limit.clear();
      }
    }
  }

  /** Waits, unless the export's total wait would become too long. */
  private async waitUntil(at: number): Promise<boolean> {
    const ms = Math.max(0, at - performance.now());
    if (this.waited + ms > MOST_WAITING) return false;
    this.waited += ms;
    await sleep(ms, undefined, { signal: this.signal });
    return true;
  }
}
