import { type Eni, eniKey } from '@/lib/eni/eni';
import type { FindingsInput, Snapshot } from './finding';
import { perInput } from './findings-index';

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How long an ENI exists, in ms; null where its CreationTime is unknown or not yet past. */
export function ageOf(eni: Eni, now: number): number | null {
  const age = eni.creationTime === null ? Number.NaN : now - Date.parse(eni.creationTime);
  return age >= 0 ? age : null;
}

/** Whether the ENI is known to be so new that nothing is said of it yet. A time to come is a clock that differs. */
export function isInGrace(eni: Eni, { now, policy }: FindingsInput): boolean {
  if (eni.creationTime === null) return false;
  return Date.parse(eni.creationTime) > now - policy.thresholds.graceHours * HOUR;
}

/** The looks before this one, the latest first. */
const looksBefore = perInput(({ earlier, now }): Snapshot[] =>
  earlier.filter(({ at }) => at < now).sort((a, b) => b.at - a.at),
);

/**
 * What earlier looks say about the present status of the ENI: how many in a row saw the same, since when, and when one
 * last saw another. The time between two looks is unknown.
 */
export type Seen = { looks: number; since: number; otherAt: number | null };

export function seenAs(eni: Eni, input: FindingsInput): Seen {
  const key = eniKey(eni);
  const seen: Seen = { looks: 0, since: input.now, otherAt: null };
  for (const { at, statuses } of looksBefore(input)) {
    const status = statuses.get(key);
    if (status === undefined) continue;
    if (status !== eni.status) return { ...seen, otherAt: at };
    seen.looks++;
    seen.since = at;
  }
  return seen;
}

export function wholeMinutes(ms: number): number {
  return Math.floor(ms / MINUTE);
}

export function wholeDays(ms: number): number {
  return Math.floor(ms / DAY);
}
