import { expect, it } from 'vitest';
import { ageOf, isOld } from './age';

it.each([
  [-500, { unit: 'seconds', count: 0 }],
  [12_900, { unit: 'seconds', count: 12 }],
  [60_000, { unit: 'minutes', count: 1 }],
  [3_599_000, { unit: 'minutes', count: 59 }],
  [7_300_000, { unit: 'hours', count: 2 }],
  [200_000_000, { unit: 'days', count: 2 }],
])('%d ms are %j', (ms, age) => expect(ageOf(ms)).toEqual(age));

it('is old after a quarter of an hour', () => {
  expect(isOld(899_000)).toBe(false);
  expect(isOld(900_000)).toBe(true);
});
