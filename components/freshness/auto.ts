/** Seconds between two automatic refreshes; 0 is never. */
export const AUTO_INTERVALS = [0, 30, 60, 300, 900] as const;

export type AutoInterval = (typeof AUTO_INTERVALS)[number];

/** Parses the stored choice; text that is no choice of this version means off. */
export function parseAuto(text: string | null): AutoInterval {
  return AUTO_INTERVALS.find((seconds) => String(seconds) === text) ?? 0;
}

/** A choice in words: `30 s`, `5 min`. */
export function autoWords(seconds: AutoInterval): { unit: 'off' | 'seconds' | 'minutes'; count: number } {
  if (seconds === 0) return { unit: 'off', count: 0 };
  return seconds < 60 ? { unit: 'seconds', count: seconds } : { unit: 'minutes', count: seconds / 60 };
}

export type AutoFacts = {
  every: AutoInterval;
  /** Ms of the browser's clock: when the rows were read, or when rereading them last ended. */
  since: number;
  isHidden: boolean;
  isOnline: boolean;
  /** A reading is already under way. */
  isBusy: boolean;
  /** The last attempt failed; `until` is when the cloud may be asked again, null if it named no time. */
  failed: { at: number; until: number | null } | null;
};

/** Why refreshing is paused; `waits`: the cloud asked for time. */
export type AutoPause = 'hidden' | 'offline' | 'waits';

export type AutoPlan = { pause: AutoPause | null /** Ms; null for not by itself. */; dueAt: number | null };

/**
 * When to refresh next. A hidden tab has no reader, so it asks for nothing; once visible again it is due at once if its
 * time has passed. After a failure it waits as long as the cloud asked for, and never less than one interval.
 */
export function planAuto({ every, since, isHidden, isOnline, isBusy, failed }: AutoFacts): AutoPlan {
  if (every === 0) return { pause: null, dueAt: null };
  if (isHidden) return { pause: 'hidden', dueAt: null };
  if (!isOnline) return { pause: 'offline', dueAt: null };
  if (isBusy) return { pause: null, dueAt: null };
  if (failed === null) return { pause: null, dueAt: since + every * 1000 };
  const next = failed.at + every * 1000;
  if (failed.until === null) return { pause: null, dueAt: next };
  return { pause: 'waits', dueAt: Math.max(next, failed.until) };
}
