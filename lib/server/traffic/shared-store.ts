import 'server-only';
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import { Redis } from 'ioredis';
import { log } from '../log';
import { watchGauge } from '../metrics';

/** The longest that one command may keep a request waiting, in ms. */
const COMMAND_TIMEOUT = 100;
/** After a failure the store is left alone for so long, in ms: one slow command is all that a request pays. */
const LEFT_ALONE = 5_000;
const PREFIX = 'eni-atlas:';

/**
 * The Redis or Valkey that replicas share. It is an extra: whatever is wrong with it costs its speed, never an answer,
 * so every use of it may come back as null.
 */
export class SharedStore {
  private readonly redis: Redis;
  private readonly breaker = circuitBreaker(handleAll, {
    halfOpenAfter: LEFT_ALONE,
    breaker: new ConsecutiveBreaker(1),
  });

  constructor(url: string) {
    this.redis = new Redis(url, {
      keyPrefix: PREFIX,
      commandTimeout: COMMAND_TIMEOUT,
      connectTimeout: 2_000,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (times) => Math.min(times * 200, 2_000),
      autoResendUnfulfilledCommands: false,
    });
    // Without a listener a lost connection would end the process. Its message may hold the URL, so it is not logged.
    this.redis.on('error', () => {});
    this.breaker.onBreak(() => log.warn('the shared store does not answer; going on without it'));
    this.breaker.onReset(() => log.info('the shared store answers again'));
    watchGauge('redisUp', () => [{ labels: {}, value: this.isUp ? 1 : 0 }]);
  }

  get isUp(): boolean {
    return this.redis.status === 'ready' && this.breaker.state !== CircuitState.Open;
  }

  /** What a use of the store gives; null where it is away, slow or fails. */
  async run<T>(use: (redis: Redis) => Promise<T>): Promise<T | null> {
    if (this.redis.status !== 'ready') return null;
    try {
      return await this.breaker.execute(() => use(this.redis));
    } catch {
      return null;
    }
  }

  async close(): Promise<void> {
    this.redis.disconnect();
  }
}
