import { describe, expect, it } from 'vitest';
import { AUTO_INTERVALS, type AutoFacts, autoWords, parseAuto, planAuto } from './auto';

const facts: AutoFacts = {
  every: 60,
  since: 1_000_000,
  isHidden: false,
  isOnline: true,
  isBusy: false,
  failed: null,
};

describe('planAuto', () => {
  it.each<[string, Partial<AutoFacts>, ReturnType<typeof planAuto>]>([
    ['is due an interval after the last reading', {}, { pause: null, dueAt: 1_060_000 }],
    ['is never due where it is off', { every: 0 }, { pause: null, dueAt: null }],
    ['pauses in a hidden tab', { isHidden: true }, { pause: 'hidden', dueAt: null }],
    ['pauses offline', { isOnline: false }, { pause: 'offline', dueAt: null }],
    ['is not due while something is read', { isBusy: true }, { pause: null, dueAt: null }],
    [
      'tries again an interval after a failure',
      { failed: { at: 1_090_000, until: null } },
      { pause: null, dueAt: 1_150_000 },
    ],
    [
      'waits as long as the cloud asks',
      { failed: { at: 1_090_000, until: 1_390_000 } },
      { pause: 'waits', dueAt: 1_390_000 },
    ],
    [
      'waits an interval where the cloud asks for less',
      { failed: { at: 1_090_000, until: 1_091_000 } },
      { pause: 'waits', dueAt: 1_150_000 },
    ],
  ])('%s', (_, change, plan) => expect(planAuto({ ...facts, ...change })).toEqual(plan));
});

it('reads every choice that it wrote, and takes anything else for off', () => {
  for (const seconds of AUTO_INTERVALS) expect(parseAuto(String(seconds))).toBe(seconds);
  for (const text of [null, '', '61', '-30', '30.0', 'x']) expect(parseAuto(text)).toBe(0);
});

it.each([
  [0, { unit: 'off', count: 0 }],
  [30, { unit: 'seconds', count: 30 }],
  [300, { unit: 'minutes', count: 5 }],
] as const)('says %d s as %j', (seconds, words) => expect(autoWords(seconds)).toEqual(words));
