import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, mergeSettings } from './settings';
import { Throttle } from './throttle';

const NOON = Date.parse('2026-11-23T12:00:20.000Z');

function outcomes(
  throttle: Throttle,
  times: readonly number[],
  patch: Parameters<typeof mergeSettings>[1],
): boolean[] {
  const settings = mergeSettings(DEFAULT_SETTINGS, patch);
  return times.map((at) => {
    try {
      throttle.check('prod cn-hangzhou X', settings, NOON + at);
      return true;
    } catch {
      return false;
    }
  });
}

test('one call too many in a second blocks until the next clock minute', () => {
  const times = [0, 1, 2, 3, 1000, 39_999, 40_000];
  expect(outcomes(new Throttle(), times, { qps: 3 })).toEqual([true, true, true, false, false, false, true]);
});

test('with the window of a second, only until the next second', () => {
  const times = [0, 1, 2, 999, 1000];
  expect(outcomes(new Throttle(), times, { qps: 1, throttleWindow: 'second' })).toEqual([
    true,
    false,
    false,
    false,
    true,
  ]);
});

test('a limit a minute counts the calls of the clock minute', () => {
  const times = [0, 5000, 10_000, 39_999, 40_000];
  expect(outcomes(new Throttle(), times, { callsPerMinute: 2 })).toEqual([true, true, false, false, true]);
});

test('other regions and actions are not affected', () => {
  const throttle = new Throttle();
  outcomes(throttle, [0, 1, 2], { qps: 1 });
  expect(() =>
    throttle.check('prod cn-beijing X', mergeSettings(DEFAULT_SETTINGS, { qps: 1 }), NOON),
  ).not.toThrow();
});
