const STEPS = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
] as const;

export type Age = { unit: 'seconds' | (typeof STEPS)[number][0]; count: number };

/** The age of something, in the largest unit that it fills. If its clock is ahead of ours, the age is zero. */
export function ageOf(ms: number): Age {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [unit, length] = STEPS.find(([, step]) => seconds >= step) ?? (['seconds', 1] as const);
  return { unit, count: Math.floor(seconds / length) };
}

/** Rows older than this are highlighted: ENIs of autoscaled nodes appear and vanish within minutes. */
export const OLD_MINUTES = 15;

export function isOld(ms: number): boolean {
  return ms >= OLD_MINUTES * 60_000;
}
