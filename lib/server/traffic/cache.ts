import 'server-only';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { seal, unseal } from './seal';
import type { SharedStore } from './shared-store';

/** An answer of the cloud, when the call that brought it was sent, and when it was read, in ms since the epoch. */
export type CachedAnswer<T> = { value: T; requestId: string | null; sent: number; at: number };

/** A turn to ask the cloud, or an answer that another replica has just read. */
type Turn<T> = { found: CachedAnswer<T> } | { done: () => void };

type TurnOptions<T> = {
  secret: string | null;
  check: (value: unknown) => T;
  signal: AbortSignal;
};

/** Measured by the answers' texts; parsed, they take about three times as much. In bytes. */
const MOST_BYTES = 10 * 1024 * 1024;
/**
 * A turn that is never given back, because its replica died, is free again after this many ms. If a call takes longer,
 * another replica may make it too.
 */
const LONGEST_TURN = 4_000;
/** Takes a turn if nobody has it. A turn that would never end is not ours, whoever wrote it. */
const TAKE = `
if redis.call('PTTL', KEYS[1]) == -1 then redis.call('DEL', KEYS[1]) end
return redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[1], 'NX')`;
/** Gives a turn back if it is still ours: it may have run out, and belong to another replica by now. */
const GIVE_BACK = `
if redis.pcall('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;
const POLL = 25;
/** Part of the key of every shared answer, so that replicas of another version do not read ours. */
const SCHEMA = 2;

/** Answers kept for a while: here, by reference and bounded in bytes, and sealed in the store that replicas share. */
export class AnswerCache {
  private readonly here: LRUCache<string, CachedAnswer<unknown>>;

  /**
   * @param fresh how long an answer may be given again, in ms; 0 keeps none
   * @param staleUpTo how long it may stand in for a failing cloud, in ms
   */
  constructor(
    private readonly fresh: number,
    staleUpTo: number,
    private readonly shared: SharedStore | null,
  ) {
    this.here = new LRUCache({ maxSize: MOST_BYTES, ttl: staleUpTo });
  }

  get<T>(key: string): CachedAnswer<T> | undefined {
    return this.here.get(key) as CachedAnswer<T> | undefined;
  }

  /** Keeps an answer. `bytes` is the size of the text that it came as. */
  async keep<T>(key: string, answer: CachedAnswer<T>, bytes: number, secret: string | null): Promise<void> {
    if (this.fresh === 0) return;
    // A slow call may end after one that was sent later and whose answer is therefore newer.
    if ((this.here.get(key)?.sent ?? Number.NEGATIVE_INFINITY) > answer.sent) return;
    this.here.set(key, answer, { size: Math.max(1, bytes) });
    if (secret === null) return;
    await this.shared?.run((redis) => redis.set(sharedKey(key), seal(answer, key, secret), 'PX', this.fresh));
  }

  /** Waits until no replica asks the same question, and returns the answer found by then, or the turn to ask. */
  async takeTurn<T>(key: string, { secret, check, signal }: TurnOptions<T>): Promise<Turn<T>> {
    const { shared } = this;
    if (!shared || secret === null || this.fresh === 0) return { done: () => {} };
    const lock = `turn:${key}`;
    const owner = randomUUID();
    const began = Date.now();
    const look = () => this.readShared(key, secret, check);
    for (;;) {
      const known = await look();
      if (known) return { found: known };
      const taken = await shared.run((redis) => redis.eval(TAKE, 1, lock, LONGEST_TURN, owner));
      if (taken === 'OK') {
        const done = () => void shared.run((redis) => redis.eval(GIVE_BACK, 1, lock, owner));
        // The replica that had the turn may have given it back, with an answer, after the check above.
        const found = await look();
        if (found) done();
        return found ? { found } : { done };
      }
      if (!shared.isUp || Date.now() - began > LONGEST_TURN) return { done: () => {} };
      await sleep(POLL, undefined, { signal });
    }
  }

  private async readShared<T>(
    key: string,
    secret: string,
    check: (value: unknown) => T,
  ): Promise<CachedAnswer<T> | null> {
    const text = await this.shared?.run((redis) => redis.get(sharedKey(key)));
    if (!text) return null;
    try {
      const answer = unseal(text, key, secret) as CachedAnswer<unknown> | null;
      if (!answer || Date.now() - answer.at >= this.fresh) return null;
      const checked = { ...answer, value: check(answer.value) };
      this.here.set(key, checked, { size: text.length });
      return checked;
    } catch {
      return null;
    }
  }
}

function sharedKey(key: string): string {
  return `answer:${SCHEMA}:${key}`;
}
