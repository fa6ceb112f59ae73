import { expect, test } from 'vitest';
import { Tries } from './tries';

const MINUTE = 1_780_000_020_000 - (1_780_000_020_000 % 60_000);

test('B80: the sixth try of an address in a minute is too many, in the next minute it is the first', async () => {
  const tries = new Tries();
  const left = [];
  for (let n = 0; n < 6; n++) left.push(await tries.take('203.0.113.7', MINUTE + n));
  expect(left).toEqual([4, 3, 2, 1, 0, -1]);
  expect(await tries.take('203.0.113.8', MINUTE)).toBe(4);
  expect(await tries.take('203.0.113.7', MINUTE + 60_000)).toBe(4);
});

test('the thirty-first of all is too many, whoever it is', async () => {
  const tries = new Tries();
  const left = [];
  for (let n = 0; n < 31; n++) left.push(await tries.take(`203.0.113.${n}`, MINUTE));
  expect(left.filter((each) => each < 0)).toHaveLength(1);
  expect(left.at(-1)).toBe(-1);
});

test('what replicas count together is the count', async () => {
  const tries = new Tries(async () => 6);
  expect(await tries.take('203.0.113.7', MINUTE)).toBe(-1);
});

test('says how long the minute lasts', () => {
  expect(Tries.waitFor(MINUTE + 1_000)).toBe(59);
  expect(Tries.waitFor(MINUTE)).toBe(60);
});
