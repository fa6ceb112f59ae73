import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it, vi } from 'vitest';
import { timeLimit } from './time-limit';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

afterEach(() => {
  vi.useRealTimers();
});

it('comes even where nothing but the work holds the signal and the heap is swept meanwhile', async () => {
  const gone = new AbortController();
  const work = (signal: AbortSignal) => once(signal, 'abort');
  const ended = work(timeLimit(200, gone.signal).signal);
  for (let round = 0; round < 5; round++) {
    collectGarbage();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await ended;
});

it('ends with its parent, for the reason of its parent', () => {
  const parent = new AbortController();
  const limit = timeLimit(1000, parent.signal);
  parent.abort('gone');
  expect(limit.signal.reason).toBe('gone');
  expect(limit.isUp()).toBe(false);
  expect(timeLimit(1000, parent.signal).signal.aborted).toBe(true);
});

it('says that the time was up, and says nothing once it is taken off', () => {
  vi.useFakeTimers();
  const kept = timeLimit(1000);
  const cleared = timeLimit(1000);
  cleared.clear();
  vi.advanceTimersByTime(1001);
  expect([kept.signal.aborted, kept.isUp()]).toEqual([true, true]);
  expect(cleared.signal.aborted).toBe(false);
});
