import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { type ProblemCode, ProblemError } from '@/lib/eni/problem';
import { recordRetry } from '../metrics/metrics';
import { timeLimit } from '../time-limit';
import { afterFailure } from './after-failure';
import { until } from './coalesce';
import { type Gate, SHORT_PAUSE } from './gate';

/** A gate, as one asker sees it. */
type OwnGate = Pick<Gate, 'enter' | 'cool'>;

import type { Place } from './pace';
import type { RetryBudget } from './retry-budget';

/** The longest that one attempt may take, in ms. */
const ATTEMPT = 10_000;
/** A first try and two more. */
const MOST_RETRIES = 2;
/** The first pause before a retry is up to this long, each further one up to twice the last, in ms. */
const FIRST_PAUSE = 250;
const BREAKS_AFTER = 5;
const PROBES_AFTER = 10_000;

const codeOf = (error: unknown): ProblemCode | null =>
  error instanceof ProblemError ? error.problem.code : null;

/** Whether the call may succeed a moment later; every call is a read, so repeating it is safe. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const { code, retryAfter = 60 } = error.problem;
  const { retried } = afterFailure(code);
  return retried === 'soon' ? retryAfter * 1000 <= SHORT_PAUSE : retried;
}

/** Whether the failure shows an unhealthy cloud, or way to it. */
function isUnwell(error: unknown): error is ProblemError {
  return error instanceof ProblemError && afterFailure(error.problem.code).opensBreaker;
}

/** Makes a call once. `arrived` frees its place at the gate, if that can happen before the call is over. */
type Send<T> = (signal: AbortSignal, arrived: () => void) => Promise<T>;

/**
 * Attempts at the calls of one account and region: repeats them after passing failures, and makes none while the cloud
 * is unhealthy.
 */
export class Attempts {
  private readonly breaker: CircuitBreakerPolicy;
  /** The last of the failures that opened the breaker. */
  private cause: ProblemCode | undefined;

  constructor(
    private readonly where: Pick<Place, 'account' | 'region'>,
    private readonly budget: RetryBudget,
    /** How long to pause before the n-th retry, from 0, in ms. */
    private readonly pauseOf = (retries: number) => Math.random() * FIRST_PAUSE * 2 ** retries,
  ) {
    this.breaker = circuitBreaker(handleWhen(isUnwell), {
      halfOpenAfter: PROBES_AFTER,
      breaker: new ConsecutiveBreaker(BREAKS_AFTER),
    });
  }

  get isOpen(): boolean {
    return this.breaker.state === CircuitState.Open;
  }

  /**
   * Makes a call, through the gate each time, since a retry is a call like any other.
   * @throws ProblemError what the last attempt ended in, `circuit_open`, or the gate's
   */
  async make<T>(gate: OwnGate, action: string, signal: AbortSignal, send: Send<T>): Promise<T> {
    let failure: unknown = null;
    try {
      const value = await this.retry(action, signal, () =>
        this.breaker.execute(async () => {
          try {
            return await this.attempt(gate, signal, send);
          } catch (error) {
            failure = error;
            throw error;
          }
        }),
      );
      this.budget.earn();
      return value;
    } catch (error) {
      if (isUnwell(failure)) this.cause = failure.problem.code;
      // If the breaker opened between two tries, the first failure says more.
      throw error instanceof BrokenCircuitError ? (failure ?? this.open()) : error;
    }
  }

  /**
   * Tries again after passing failures, as far as the budget goes. A caller who leaves also ends the pause between two
   * tries.
   */
  private async retry<T>(action: string, signal: AbortSignal, attempt: () => Promise<T>): Promise<T> {
    for (let retries = 0; ; retries++) {
      try {
        return await attempt();
      } catch (error) {
        const isWorthIt = retries < MOST_RETRIES && !signal.aborted && isPassing(error);
        if (!isWorthIt || !this.budget.spend(codeOf(error) === 'upstream_timeout')) throw error;
      }
      await sleep(this.pauseOf(retries), undefined, { signal }).catch(() => {});
      signal.throwIfAborted();
      recordRetry({ action });
    }
  }

  private async attempt<T>(gate: OwnGate, signal: AbortSignal, send: Send<T>): Promise<T> {
    const leave = await gate.enter(signal);
    const limit = timeLimit(ATTEMPT, signal);
    const sent = send(limit.signal, leave);
    // The place is freed when the answer is here or the call has really ended, not when its waiter left.
    sent.then(leave, leave);
    try {
      return await until(limit.signal, sent);
    } catch (error) {
      const problem = limit.isUp() ? this.timeout() : error;
      if (problem instanceof ProblemError && problem.problem.code === 'upstream_throttled')
        await gate.cool((problem.problem.retryAfter ?? 60) * 1000);
      throw problem;
    } finally {
      limit.clear();
    }
  }

  private timeout(): ProblemError {
    return new ProblemError('upstream_timeout', {
      ...this.where,
      detail: 'Alibaba Cloud did not answer in time.',
    });
  }

  private open(): ProblemError {
    return new ProblemError('circuit_open', {
      ...this.where,
      retryAfter: Math.ceil(PROBES_AFTER / 1000),
      cause: this.cause,
      detail: 'Alibaba Cloud failed several times in a row here; it is asked again in a few seconds.',
    });
  }
}
