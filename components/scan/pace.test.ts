import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/lib/eni/problem';
import { mergePages } from '@/lib/search/reading/merge';
import { AT_FIRST, paysInBulk, triesSince, waitsFor } from './pace';

describe('paysInBulk', () => {
  const reading = mergePages([]);
  it('where much is left, or nobody knows how much', () => {
    expect(paysInBulk(reading, 2501)).toBe(true);
    expect(paysInBulk(reading, null)).toBe(true);
  });
  it('not for a few pages', () => expect(paysInBulk(reading, 2500)).toBe(false));
  it('not where filters run after reading, which is done side by side anyway', () =>
    expect(paysInBulk({ ...reading, filteredAfter: ['zone'] }, 100_000)).toBe(false));
});

describe('waitsFor', () => {
  const { problem: throttled } = new ProblemError('upstream_throttled', { retryAfter: 34 });
  const all = { ...AT_FIRST, reach: 'all' } as const;

  it('is as long as the cloud asks, on the way to the end', () =>
    expect(waitsFor(throttled, 3, all)).toBe(34));
  it('is for the reader to say where they only scroll, or have stopped', () => {
    expect(waitsFor(throttled, 3, AT_FIRST)).toBeNull();
    expect(waitsFor(throttled, 3, { ...all, reach: 'stopped' })).toBeNull();
  });
  it('is for the reader to say where the problem names no time, or there is none', () => {
    expect(waitsFor(new ProblemError('upstream_error').problem, 3, all)).toBeNull();
    expect(waitsFor(null, 3, all)).toBeNull();
  });
  it('ends after five failures without a page', () => {
    const tried = { ...all, tried: { times: 5, pages: 3 } };
    expect(waitsFor(throttled, 3, tried)).toBeNull();
    expect(triesSince(4, tried)).toBe(0);
    expect(waitsFor(throttled, 4, tried)).toBe(34);
  });
});
