import { expect, it } from 'vitest';
import { runInSlices } from './run-in-slices';

function* slow(ms: number): Generator<undefined, string, void> {
  const end = performance.now() + ms;
  while (performance.now() < end) yield;
  return 'done';
}

it('lets others in while it runs', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  expect(await runInSlices(slow(120))).toBe('done');
  clearInterval(timer);
  expect(turns).toBeGreaterThan(0);
});

it('stops where it is not wanted any more', async () => {
  let left = 3;
  expect(await runInSlices(slow(1000), () => left-- > 0)).toBeNull();
});
