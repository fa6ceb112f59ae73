import 'server-only';
import type { SharedStore } from './shared-store';

/** The owner of the limit that a call counts against: the cloud counts by account, region and action. */
export type Place = { account: string; region: string; action: string };

export const placeKey = ({ account, region, action }: Place) => `${account}/${region}/${action}`;

/**
 * Calls are spaced, never sent in bursts: the cloud counts arrivals, and the network bunches them. The margin absorbs
 * bunching of up to 8 % of a second without a call too many in any second.
 */
const MARGIN = 1.08;

/**
 * Reserves the next moment to send in a store that several replicas share, by the store's clock. The first key holds
 * the moment of the next free place, the second is there while the cloud has asked to wait. A stored moment that cannot
 * be ours, whoever wrote it, is ignored. Returns 1 and how long to pause, or 0 and how long until the place.
 */
const RESERVE = `
local cooling = redis.call('PTTL', KEYS[2])
if cooling > 0 then return {1, cooling} end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local kept = redis.pcall('GET', KEYS[1])
local next = math.max(now, type(kept) == 'string' and tonumber(kept) or 0)
if not (next <= now + 60000) then next = now end
redis.call('SET', KEYS[1], next + tonumber(ARGV[1]), 'PX', math.ceil(next - now + ARGV[1]) + 1000)
return {0, math.ceil(next - now)}`;

/** The result of a reservation: send in `wait` ms, or pause for `cooling` ms. */
export type Reservation = { wait: number } | { cooling: number };

export type PaceOptions = {
  /** Calls a second. */
  rate: number;
  /** While the shared store is away, each replica uses only its share of the rate. */
  replicas: number;
  shared: SharedStore | null;
  now?: () => number;
};

/** Spaces the calls to one place, over all replicas where they share a store. Times are in ms. */
export class Pace {
  private next = 0;
  private coolUntil = 0;
  private readonly interval: number;
  private readonly now: () => number;

  constructor(
    private readonly place: Place,
    private readonly options: PaceOptions,
  ) {
    this.interval = (1000 / options.rate) * MARGIN;
    this.now = options.now ?? Date.now;
  }

  /** How long the pause that the cloud has requested still lasts, 0 when there is none. */
  get cooling(): number {
    return Math.max(0, this.coolUntil - this.now());
  }

  /** Takes the next place to send. */
  async reserve(): Promise<Reservation> {
    if (this.cooling > 0) return { cooling: this.cooling };
    const { shared } = this.options;
    if (!shared) return { wait: this.reserveHere(this.interval) };
    const key = placeKey(this.place);
    const reserved = await shared.run((redis) =>
      redis.eval(RESERVE, 2, `pace:${key}`, `cool:${key}`, this.interval),
    );
    if (reserved === null) return { wait: this.reserveHere(this.interval * this.options.replicas) };
    const [isCooling, ms] = reserved as [number, number];
    return isCooling ? { cooling: ms } : { wait: ms };
  }

  /** Sends nothing for so long, in any replica. */
  async cool(ms: number): Promise<void> {
    this.coolUntil = Math.max(this.coolUntil, this.now() + ms);
    await this.options.shared?.run((redis) =>
      redis.set(`cool:${placeKey(this.place)}`, '1', 'PX', Math.ceil(ms)),
    );
  }

  private reserveHere(interval: number): number {
    const now = this.now();
    const next = Math.max(now, this.next);
    this.next = next + interval;
    return next - now;
  }
}
