import 'server-only';

/** Tries a minute for one address, and for all together. */
export const TRIES_OF_ONE = 5;
export const TRIES_OF_ALL = 30;
const MINUTE = 60_000;
/** How many addresses are remembered: more than can try in a minute. */
const MOST = 10_000;

type Counted = { minute: number; tries: number };

/** Counts tries for all replicas together; null where the store does not answer. */
export type SharedCount = (key: string, seconds: number) => Promise<number | null>;

/**
 * Counts wrong passwords, for each address and for all together: the limit for all applies even where each address
 * stays below its own.
 */
export class Tries {
  private readonly counted = new Map<string, Counted>();

  constructor(private readonly countShared: SharedCount = async () => null) {}

  private count(key: string, now: number): number {
    const minute = Math.floor(now / MINUTE);
    const known = this.counted.get(key);
    const tries = known?.minute === minute ? known.tries + 1 : 1;
    this.counted.delete(key);
    this.counted.set(key, { minute, tries });
    const [oldest] = this.counted.keys();
    if (this.counted.size > MOST && oldest !== undefined) this.counted.delete(oldest);
    return tries;
  }

  /** Counts one try; returns how many this address has left in this minute, below 0 where this one was too many. */
  async take(peer: string, now = Date.now()): Promise<number> {
    const minute = Math.floor(now / MINUTE);
    const [ofOne, ofAll] = await Promise.all(
      [`peer ${peer}`, 'all'].map(async (key) => {
        const here = this.count(key, now);
        const shared = await this.countShared(`tries:${minute}:${key}`, 120);
        return Math.max(here, shared ?? 0);
      }),
    );
    return Math.min(TRIES_OF_ONE - (ofOne ?? 0), TRIES_OF_ALL - (ofAll ?? 0));
  }

  /** Seconds until the next minute. */
  static waitFor(now = Date.now()): number {
    return Math.ceil((MINUTE - (now % MINUTE)) / 1000);
  }
}
