import 'server-only';
import { createHash } from 'node:crypto';
import { type ProblemCode, ProblemError } from '@/lib/eni/problem';
import { recordCache, recordThrottled, watchGauge } from '../metrics/metrics';
import { timeLimit } from '../time-limit';
import { afterFailure } from './after-failure';
import { Attempts } from './attempts';
import { AnswerCache, type CachedAnswer } from './cache';
import { Coalescer } from './coalesce';
import { Gate } from './gate';
import { Pace, type Place, placeKey } from './pace';
import { RetryBudget } from './retry-budget';
import { SharedStore } from './shared-store';

export type TrafficSettings = {
  /** Calls a second, and at once, to one account, region and action. */
  rate: number;
  concurrency: number;
  /** How long an answer may be reused, in ms; 0 keeps none. */
  fresh: number;
  redisUrl: string | null;
  replicas: number;
};

/** One question to the cloud. */
export type Asked<T> = {
  place: Place;
  /** The asker, as one key: askers take turns. */
  who?: string;
  /** The call and its parameters: equal text, equal answer. */
  question: string;
  /** The asker wants an answer from a call that is sent after this request. docs/decisions/0031-asked-again.md */
  isFresh: boolean;
  /** Nothing depends on it: the call has its own breaker and retries, so its failures affect no other call. */
  isExtra: boolean;
  /** The secret that authenticates answers in the shared store; null keeps them out of it. */
  secret: string | null;
  /** Checks an answer from the shared store; throws where it is not valid. */
  check: (value: unknown) => T;
  /** Makes the call once, and reports when its answer is here, still unread. `bytes` is the answer's size. */
  send: (
    signal: AbortSignal,
    arrived: () => void,
  ) => Promise<{ value: T; requestId: string | null; bytes: number }>;
};

export type Answer<T> = CachedAnswer<T> & {
  /** Nothing was sent for this asker. */
  cached: boolean;
  /** Why an old answer is given instead of a new one; null when it is not old. */
  stale: ProblemCode | null;
};

/** The longest that a call may take with its retries, in ms. */
const DEADLINE = 20_000;
/** An old answer may replace that of a failing cloud up to this age, in ms. */
const STALE_UP_TO = 15 * 60_000;
const COUNT = "local n = redis.call('INCR', KEYS[1]) redis.call('EXPIRE', KEYS[1], ARGV[1]) return n";
const NO_TURN = { done: () => {} };

function isBridged(error: unknown): error is ProblemError {
  return error instanceof ProblemError && afterFailure(error.problem.code).bridged;
}

/**
 * The layers between a question and the cloud, from the outside in: cache, coalescing of equal questions, the store
 * that replicas share, retries within a budget, breaker, rate and concurrency, time limit.
 */
export class Traffic {
  private readonly cache: AnswerCache;
  private readonly shared: SharedStore | null;
  private readonly coalescer = new Coalescer();
  private readonly gates = new Map<string, { place: Place; gate: Gate }>();
  private readonly attempts = new Map<string, { region: string; attempts: Attempts }>();
  private readonly extras = new Map<string, Attempts>();
  private readonly budgets = new Map<string, RetryBudget>();

  constructor(private readonly settings: TrafficSettings) {
    this.shared = settings.redisUrl === null ? null : new SharedStore(settings.redisUrl);
    this.cache = new AnswerCache(settings.fresh, STALE_UP_TO, this.shared);
    const perGate = (read: (gate: Gate) => number) => () =>
      [...this.gates.values()].map(({ place: { action, region }, gate }) => ({
        labels: { action, region },
        value: read(gate),
      }));
    watchGauge(
      'queueDepth',
      perGate((gate) => gate.queueDepth),
    );
    watchGauge(
      'inFlight',
      perGate((gate) => gate.inFlight),
    );
    watchGauge('breakerOpen', () =>
      [...this.attempts.values()].map(({ region, attempts }) => ({
        labels: { region },
        value: attempts.isOpen ? 1 : 0,
      })),
    );
    watchGauge('retryBudget', () =>
      [...this.budgets].map(([account, { left }]) => ({ labels: { account }, value: left })),
    );
  }

  /**
   * Answers a question, using the cloud as little as possible.
   * @throws ProblemError what the call ended in, where no old answer may replace it
   */
  async ask<T>(asked: Asked<T>, signal: AbortSignal): Promise<Answer<T>> {
    const key = createHash('sha256')
      .update(`${placeKey(asked.place)}\n${asked.question}`)
      .digest('base64url');
    const known = asked.isFresh ? undefined : this.cache.get<T>(key);
    if (known && Date.now() - known.at < this.settings.fresh) return this.fromCache(known, null);
    try {
      const joined = await this.coalescer.join(asked.isFresh ? `${key} fresh` : key, signal, (ends, close) =>
        this.read({ ...asked, send: this.closing(asked, close) }, key, ends),
      );
      if (joined.isFirst) return { ...joined.value, stale: null };
      recordCache('joined');
      return { ...joined.value, cached: true, stale: null };
    } catch (error) {
      if (signal.aborted || !isBridged(error)) throw error;
      const old = this.cache.get<T>(key);
      if (!old) throw error;
      return this.fromCache(old, error.problem.code);
    }
  }

  /** Counts one more of something for all replicas; null where they share no store, or it is away. */
  async count(key: string, seconds: number): Promise<number | null> {
    const counted = await this.shared?.run((redis) => redis.eval(COUNT, 1, key, seconds));
    return typeof counted === 'number' ? counted : null;
  }

  /** Sends the call; from then on, askers who want a new answer can no longer join it. */
  private closing<T>({ isFresh, send }: Asked<T>, close: () => void): Asked<T>['send'] {
    return (signal, arrived) => {
      if (isFresh) close();
      return send(signal, arrived);
    };
  }

  /** Ends the connection to the shared store. */
  async close(): Promise<void> {
    await this.shared?.close();
  }

  private fromCache<T>(known: CachedAnswer<T>, stale: ProblemCode | null): Answer<T> {
    recordCache(stale === null ? 'hit' : 'stale');
    return { ...known, cached: true, stale };
  }

  private async read<T>(
    asked: Asked<T>,
    key: string,
    ends: AbortSignal,
  ): Promise<CachedAnswer<T> & { cached: boolean }> {
    const limit = timeLimit(DEADLINE, ends);
    try {
      return await this.readWithin(asked, key, limit.signal);
    } catch (error) {
      if (!limit.isUp()) throw error;
      const { account, region } = asked.place;
      throw new ProblemError('upstream_timeout', {
        account,
        region,
        detail: 'Alibaba Cloud did not answer in time.',
      });
    } finally {
      limit.clear();
    }
  }

  private async readWithin<T>(
    asked: Asked<T>,
    key: string,
    signal: AbortSignal,
  ): Promise<CachedAnswer<T> & { cached: boolean }> {
    const { place, secret, check, isFresh, isExtra } = asked;
    // Another replica's answer may come from an earlier call, so only an asker who accepts any answer waits for that
    // replica.
    const turn = isFresh ? NO_TURN : await this.cache.takeTurn(key, { secret, check, signal });
    if ('found' in turn) {
      recordCache('shared');
      return { ...turn.found, cached: true };
    }
    recordCache('miss');
    try {
      const gate = this.gateOf(place).asSeenBy(asked.who ?? null);
      const attempts = isExtra ? this.extrasOf(place) : this.attemptsOf(place);
      let sent = Date.now();
      const { value, requestId, bytes } = await attempts.make(
        gate,
        place.action,
        signal,
        async (ends, arrived) => {
          sent = Date.now();
          try {
            return await asked.send(ends, arrived);
          } catch (error) {
            if (error instanceof ProblemError && error.problem.code === 'upstream_throttled')
              recordThrottled(place);
            throw error;
          }
        },
      );
      const answer = { value, requestId, sent, at: Date.now() };
      void this.cache.keep(key, answer, bytes, secret).finally(turn.done);
      return { ...answer, cached: false };
    } catch (error) {
      turn.done();
      throw error;
    }
  }

  private gateOf(place: Place): Gate {
    const key = placeKey(place);
    let entry = this.gates.get(key);
    if (!entry) {
      const { rate, concurrency, replicas } = this.settings;
      const pace = new Pace(place, { rate, replicas, shared: this.shared });
      entry = { place, gate: new Gate(place, pace, concurrency) };
      this.gates.set(key, entry);
    }
    return entry.gate;
  }

  private attemptsOf({ account, region }: Place): Attempts {
    const key = `${account}/${region}`;
    let entry = this.attempts.get(key);
    if (!entry) {
      const budget = this.budgets.get(account) ?? new RetryBudget();
      this.budgets.set(account, budget);
      entry = { region, attempts: new Attempts({ account, region }, budget) };
      this.attempts.set(key, entry);
    }
    return entry.attempts;
  }

  private extrasOf({ account, region, action }: Place): Attempts {
    const key = `${account}/${region}/${action}`;
    const attempts = this.extras.get(key) ?? new Attempts({ account, region }, new RetryBudget());
    this.extras.set(key, attempts);
    return attempts;
  }
}
