import { throttled } from './errors';
import type { Settings } from './settings';

interface Counter {
  second: number;
  inSecond: number;
  minute: number;
  inMinute: number;
  blockedUntil: number;
}

const MINUTE_MS = 60_000;

/** Counts calls by account, region and action, as ECS does; a caller that exceeds a limit waits for the next window. */
export class Throttle {
  private readonly counters = new Map<string, Counter>();

  reset(): void {
    this.counters.clear();
  }

  /** Counts a call; throws Throttling.User where it is one too many. */
  check(key: string, settings: Settings, now: number): void {
    if (settings.qps === 0 && settings.callsPerMinute === 0) return;
    const second = Math.floor(now / 1000);
    const minute = Math.floor(now / MINUTE_MS);
    const counter = this.counters.get(key) ?? { second, inSecond: 0, minute, inMinute: 0, blockedUntil: 0 };
    this.counters.set(key, counter);
    if (counter.second < second) Object.assign(counter, { second, inSecond: 0 });
    if (counter.minute < minute) Object.assign(counter, { minute, inMinute: 0 });
    if (now >= counter.blockedUntil) {
      counter.inSecond += 1;
      counter.inMinute += 1;
      const nextMinute = (minute + 1) * MINUTE_MS;
      if (settings.qps > 0 && counter.inSecond > settings.qps) {
        counter.blockedUntil = settings.throttleWindow === 'minute' ? nextMinute : (second + 1) * 1000;
      }
      if (settings.callsPerMinute > 0 && counter.inMinute > settings.callsPerMinute) {
        counter.blockedUntil = nextMinute;
      }
    }
    if (now < counter.blockedUntil) {
      const { throttleStatus, retryAfterHeader } = settings.switches;
      throw throttled(throttleStatus, retryAfterHeader ? counter.blockedUntil - now : undefined);
    }
  }
}
