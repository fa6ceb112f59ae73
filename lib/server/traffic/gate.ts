import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '@/lib/eni/problem';
import type { Pace, Place } from './pace';

/**
 * The most callers that wait for one place, and how long each does at most, in ms. A caller that would wait longer is
 * told so at once.
 */
const MOST_WAITING = 50;
const LONGEST_WAIT = 5_000;
/**
 * The gate waits out a pause requested by the cloud up to this many ms; a longer one goes to the caller as an answer.
 */
export const SHORT_PAUSE = 3_000;

type Waiter = { who: string | null; enter: () => void; refuse: (error: unknown) => void };

/**
 * Lets calls to one place of the cloud through: this many at once, this many a second, none while the cloud asks for a
 * pause. Askers take turns, so that one with much to read does not hold up one with little.
 */
export class Gate {
  private readonly waiting: Waiter[] = [];
  /** When each waiting asker was last let in, as a count of turns. */
  private readonly turns = new Map<string | null, number>();
  private turn = 0;
  private inside = 0;
  private isPumping = false;

  constructor(
    private readonly place: Place,
    private readonly pace: Pace,
    private readonly concurrency: number,
  ) {}

  get queueDepth(): number {
    return this.waiting.length;
  }

  get inFlight(): number {
    return this.inside;
  }

  /** The gate as one asker sees it. */
  asSeenBy(who: string | null): Pick<Gate, 'enter' | 'cool'> {
    return { enter: (signal) => this.enter(signal, who), cool: (ms) => this.cool(ms) };
  }

  /**
   * Waits for a place and resolves to a function that gives it back. A caller that leaves meanwhile frees the place for
   * the next one.
   * @param who one key for each asker; null where all count as one
   * @throws ProblemError `upstream_throttled` with the seconds to wait, `queue_full`
   */
  async enter(signal: AbortSignal, who: string | null = null): Promise<() => void> {
    signal.throwIfAborted();
    if (this.pace.cooling > SHORT_PAUSE) throw this.throttled(this.pace.cooling);
    if (this.waiting.length >= MOST_WAITING) this.makeRoom(who);
    await new Promise<void>((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', leave);
        const at = this.waiting.indexOf(waiter);
        if (at >= 0) this.waiting.splice(at, 1);
        end();
      };
      const waiter: Waiter = {
        who,
        enter: () => settle(resolve),
        refuse: (error) => settle(() => reject(error)),
      };
      const leave = () => waiter.refuse(signal.reason);
      const timer = setTimeout(() => waiter.refuse(this.full()), LONGEST_WAIT);
      signal.addEventListener('abort', leave, { once: true });
      this.waiting.push(waiter);
      void this.pump();
    });
    let isBack = false;
    return () => {
      if (isBack) return;
      isBack = true;
      this.inside--;
      void this.pump();
    };
  }

  /** The cloud has asked for a pause of this many ms: callers that would have to wait long are told now. */
  async cool(ms: number): Promise<void> {
    await this.pace.cool(ms);
    if (ms > SHORT_PAUSE) for (const waiter of [...this.waiting]) waiter.refuse(this.throttled(ms));
  }

  /** Reserves one sending moment after the other; each goes to the caller that has waited longest by then. */
  private async pump(): Promise<void> {
    if (this.isPumping) return;
    this.isPumping = true;
    try {
      while (this.waiting.length > 0 && this.inside < this.concurrency) {
        const reserved = await this.pace.reserve();
        if ('cooling' in reserved) {
          if (reserved.cooling > SHORT_PAUSE) await this.cool(reserved.cooling);
          else await sleep(reserved.cooling);
          continue;
        }
        if (reserved.wait > 0) await sleep(reserved.wait);
        if (this.pace.cooling > 0) continue;
        const next = this.next();
        if (!next) break;
        this.inside++;
        next.enter();
      }
      if (this.waiting.length === 0) this.turns.clear();
    } finally {
      this.isPumping = false;
    }
  }

  /** The longest waiting caller of the asker whose last turn is longest ago. */
  private next(): Waiter | undefined {
    const turnOf = ({ who }: Waiter) => this.turns.get(who) ?? 0;
    let first = this.waiting[0];
    for (const waiter of this.waiting) if (first && turnOf(waiter) < turnOf(first)) first = waiter;
    if (first) this.turns.set(first.who, ++this.turn);
    return first;
  }

  /** Sends away the last caller of the asker with the most waiting; that may be the newcomer. */
  private makeRoom(newcomer: string | null): void {
    const counts = new Map<string | null, number>();
    for (const { who } of this.waiting) counts.set(who, (counts.get(who) ?? 0) + 1);
    const [most, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    if (count <= (counts.get(newcomer) ?? 0) + 1) throw this.full();
    this.waiting.findLast(({ who }) => who === most)?.refuse(this.full());
  }

  private throttled(ms: number): ProblemError {
    const { account, region } = this.place;
    return new ProblemError('upstream_throttled', {
      account,
      region,
      retryAfter: Math.max(1, Math.ceil(ms / 1000)),
      detail: 'Alibaba Cloud asked to wait; nothing is sent before then.',
    });
  }

  private full(): ProblemError {
    const { account, region } = this.place;
    return new ProblemError('queue_full', {
      account,
      region,
      retryAfter: Math.ceil(LONGEST_WAIT / 1000),
      detail: 'Too many calls wait for their turn within the rate limit. Try again soon.',
    });
  }
}
