import 'server-only';
import { ProblemError } from '@/lib/eni/problem';

/** What one asker may have under way at once, or begin within a minute. */
const BOUNDS = {
  export: { most: 2, retryAfter: 10, detail: 'exports' },
  wide: { most: 8, retryAfter: 2, detail: 'searches of all accounts or regions' },
} as const;
/** Forced refreshes that one asker may begin within a minute; one press on a page makes up to three. */
const MOST_FRESH = 60;
const MINUTE = 60_000;

export type Bounded = keyof typeof BOUNDS;

type Askers = { underWay: Map<string, number>; fresh: Map<string, number[]> };

/** One in a process, though Next bundles this module more than once. */
const ASKERS = Symbol.for('eni-atlas.askers');
const shared = globalThis as { [ASKERS]?: Askers };

function askers(): Askers {
  shared[ASKERS] ??= { underWay: new Map(), fresh: new Map() };
  return shared[ASKERS];
}

function busy(detail: string, retryAfter: number): ProblemError {
  return new ProblemError('asker_busy', { retryAfter, detail });
}

/**
 * Begins an operation of which one asker may have only a limited number under way.
 * @returns a function that ends it
 * @throws ProblemError `asker_busy`, saying what to wait for
 */
export function begin(asker: string, what: Bounded): () => void {
  const { most, retryAfter, detail } = BOUNDS[what];
  const { underWay } = askers();
  const key = `${what} ${asker}`;
  const count = underWay.get(key) ?? 0;
  if (count >= most)
    throw busy(
      `You have ${count} ${detail} under way, which is the most. Wait until one has ended.`,
      retryAfter,
    );
  underWay.set(key, count + 1);
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    const left = (underWay.get(key) ?? 1) - 1;
    if (left === 0) underWay.delete(key);
    else underWay.set(key, left);
  };
}

/**
 * Counts a read that bypasses the cache.
 * @throws ProblemError `asker_busy`, saying when the next one may be
 */
export function countFresh(asker: string, now = Date.now()): void {
  const { fresh } = askers();
  for (const [each, times] of fresh) if ((times.at(-1) ?? 0) <= now - MINUTE) fresh.delete(each);
  const recent = (fresh.get(asker) ?? []).filter((time) => time > now - MINUTE);
  const [first = now] = recent;
  if (recent.length >= MOST_FRESH)
    throw busy(
      `You had ${recent.length} forced refreshes within a minute, which is the most. What is shown may be up to the cache's age old.`,
      Math.max(1, Math.ceil((first + MINUTE - now) / 1000)),
    );
  fresh.set(asker, [...recent, now]);
}
