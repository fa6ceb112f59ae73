import 'server-only';
import {
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import { Redis } from 'ioredis';
import { log } from '../log/log';
import { recordRedisFailure, watchGauge } from '../metrics/metrics';
import { redisFailureOf } from './redis-failure';

/** The longest that one command may delay a request, in ms. */
const COMMAND_TIMEOUT = 100;
/** How long the store is not used after a failure, in ms: a request pays for one slow command at most. */
const LEFT_ALONE = 5_000;
const PREFIX = 'eni-atlas:';

/** A value of an unexpected type says nothing against the store itself. */
const isForeignValue = (error: unknown) => error instanceof Error && error.message.startsWith('WRONGTYPE');

/** Results that come in time. A process that was busy itself meanwhile first reads what has arrived, then gives up. */
function inTime<T>(answering: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(Object.assign(new Error('no answer in time'), { code: 'TIMEOUT' }));
    const timer = setTimeout(() => setImmediate(late), COMMAND_TIMEOUT);
    answering.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * The Redis or Valkey that replicas share. It is an extra: its failure costs speed, never an answer, so every use of it
 * may return null.
 */
export class SharedStore {
  private readonly redis: Redis;
  private readonly breaker = circuitBreaker(
    handleWhen((error) => !isForeignValue(error)),
    { halfOpenAfter: LEFT_ALONE, breaker: new ConsecutiveBreaker(1) },
  );
  /** The last report about the failure that still lasts. */
  private readonly told = new Set<string>();
  private lastFailure = 'CLOSED';

  constructor(url: string) {
    this.redis = new Redis(url, {
      keyPrefix: PREFIX,
      connectTimeout: 2_000,
      // A connection that died silently is replaced.
      socketTimeout: LEFT_ALONE,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (times) => {
        if (times > 1) this.miss(this.lastFailure);
        return Math.min(times * 200, 2_000);
      },
      autoResendUnfulfilledCommands: false,
    });
    // Without a listener a lost connection would end the process. Its message may hold the URL, so it is not logged.
    this.redis.on('error', (error) => this.fail(error));
    this.breaker.onBreak((broken) => this.miss('error' in broken ? redisFailureOf(broken.error) : 'OTHER'));
    this.redis.on('ready', () => {
      this.lastFailure = 'CLOSED';
      this.find();
    });
    this.breaker.onReset(() => this.find());
    watchGauge('redisUp', () => [{ labels: {}, value: this.isUp ? 1 : 0 }]);
  }

  get isUp(): boolean {
    return this.redis.status === 'ready' && this.breaker.state !== CircuitState.Open;
  }

  /** The result of using the store; null where it is away, slow or fails. */
  async run<T>(use: (redis: Redis) => Promise<T>): Promise<T | null> {
    if (this.redis.status !== 'ready') return null;
    try {
      return await this.breaker.execute(() => inTime(use(this.redis)));
    } catch (error) {
      if (!isBrokenCircuitError(error) && !isForeignValue(error)) this.fail(error);
      return null;
    }
  }

  private fail(error: unknown): void {
    this.lastFailure = redisFailureOf(error);
    recordRedisFailure(this.lastFailure);
  }

  private miss(reason: string): void {
    if (!this.told.has(reason)) log.warn({ reason }, 'the shared store does not answer; going on without it');
    this.told.add(reason);
  }

  private find(): void {
    if (this.told.size > 0) log.info('the shared store answers again');
    this.told.clear();
  }

  async close(): Promise<void> {
    this.redis.disconnect();
  }
}
