import { expect, test } from 'vitest';
import { median, p95, percentile, slope } from './statistics';

const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);

test('percentiles are samples, by the nearest rank', () => {
  expect([median(hundred), p95(hundred), percentile(hundred, 1)]).toEqual([50, 95, 100]);
  expect([median([3]), p95([3])]).toEqual([3, 3]);
});

test('the slope of a line is its own, and noise around it does not bend it', () => {
  expect(slope([1, 2, 3].map((x) => [x, 5 * x + 2]))).toBeCloseTo(5);
  expect(slope(hundred.map((x) => [x, 2 * x + (x % 2)]))).toBeCloseTo(2, 2);
});
