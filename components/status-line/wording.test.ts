import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { ProblemError } from '@/lib/eni/problem';
import { mergePages, type Reading } from '@/lib/search/reading/merge';
import { addSample, afterReading, headline, progress, type Sample, speedOf } from './wording';

const eni = (n: number) => ({ account: 'prod', region: 'cn-hangzhou', id: `eni-${n}` }) as Eni;
const enis = (count: number) => Array.from({ length: count }, (_, n) => eni(n));

function read(change: Partial<Reading> = {}): Reading {
  return {
    enis: enis(500),
    scanned: 500,
    calls: 1,
    explained: [],
    complete: false,
    scope: { accounts: ['prod'], regions: ['cn-hangzhou'] },
    filteredAfter: [],
    pending: [],
    failures: [],
    caveats: [],
    asOf: '2026-11-23T02:32:05Z',
    ...change,
  };
}

const counted = (toRead: number | null) => ({ total: toRead, toRead, asOf: '2026-11-23T02:32:05Z' });
const denied = (region: string) => ({
  account: 'prod',
  region,
  problem: new ProblemError('cloud_forbidden').problem,
});

describe('headline', () => {
  it('says that it reads before anything has come', () =>
    expect(headline({ reading: mergePages([]), count: counted(9), activity: 'first' })).toEqual({
      key: 'reading',
    }));

  it('says that nothing was read where nobody reads', () =>
    expect(headline({ reading: mergePages([]), count: null, activity: 'none' })).toEqual({ key: 'nothing' }));

  it.each([
    [
      'of the total that the API counted',
      read(),
      counted(12431),
      'none',
      { key: 'loadedOf', values: { loaded: 500, total: 12431 } },
    ],
    [
      'no total when none was counted',
      read(),
      counted(null),
      'none',
      { key: 'loadedMore', values: { loaded: 500 } },
    ],
    [
      'no total while the count is not here',
      read(),
      null,
      'none',
      { key: 'loadedMore', values: { loaded: 500 } },
    ],
    [
      'no total that is less than what was read',
      read(),
      counted(400),
      'none',
      { key: 'loadedMore', values: { loaded: 500 } },
    ],
    [
      'how far reading all has come',
      read(),
      counted(12431),
      'all',
      { key: 'readOf', values: { loaded: 500, total: 12431 } },
    ],
    [
      'the same while it waits to go on',
      read(),
      counted(12431),
      'waiting',
      { key: 'readOf', values: { loaded: 500, total: 12431 } },
    ],
    [
      'what was read, not what matched, of what there is to read',
      read({ enis: enis(494), filteredAfter: ['zone'] }),
      counted(12431),
      'none',
      { key: 'loadedOf', values: { loaded: 500, total: 12431 } },
    ],
    [
      'complete',
      read({ complete: true }),
      counted(500),
      'none',
      { key: 'complete', values: { loaded: 500 } },
    ],
    [
      'matches of what was read, complete',
      read({ complete: true, enis: [], filteredAfter: ['ip'] }),
      null,
      'none',
      { key: 'completeOf', values: { matched: 0, scanned: 500 } },
    ],
    [
      'never complete when a region failed',
      read({
        complete: true,
        failures: [denied('cn-beijing'), denied('cn-beijing')],
        scope: { accounts: ['prod'], regions: ['cn-hangzhou', 'cn-beijing'] },
      }),
      null,
      'none',
      { key: 'loadedPart', values: { loaded: 500, failed: 1, scopes: 2 } },
    ],
  ] as const)('says %s', (_, reading, count, activity, sentence) =>
    expect(headline({ reading, count, activity })).toEqual(sentence),
  );
});

describe('afterReading', () => {
  it('counts the filters that the API did not apply', () =>
    expect(afterReading(read({ enis: enis(494), filteredAfter: ['zone', '-vswitch'] }))).toEqual({
      filters: 2,
      matched: 494,
      scanned: 500,
    }));
  it('says nothing when the API applied them all', () => expect(afterReading(read())).toBeNull());
});

describe('progress', () => {
  it('is the share read', () =>
    expect(progress({ reading: read(), count: counted(1000), activity: 'all' })).toBe(0.5));
  it('is gone when complete or unknown', () => {
    expect(
      progress({ reading: read({ complete: true }), count: counted(1000), activity: 'none' }),
    ).toBeNull();
    expect(progress({ reading: read(), count: null, activity: 'none' })).toBeNull();
  });
});

describe('speedOf', () => {
  /** A sample a second, of rows read by then. */
  const each = (...read: number[]): Sample[] =>
    read.reduce<Sample[]>(
      (samples, rows, second) => addSample(samples, { at: second * 1000, read: rows }),
      [],
    );

  it('is not known before rows have come', () => {
    expect(speedOf([], 9000)).toBeNull();
    expect(speedOf(each(500), 9000)).toBeNull();
    expect(speedOf(each(500, 500, 500), 9000)).toBeNull();
  });

  it('is rows a second, to two digits, and what the rest takes at that', () =>
    expect(speedOf(each(500, 2634, 4760), 100_000)).toEqual({
      rate: 2100,
      left: { unit: 'seconds', count: 45 },
    }));

  it('tells a long time in minutes', () =>
    expect(speedOf(each(0, 100), 100_000)?.left).toEqual({ unit: 'minutes', count: 17 }));

  it('tells no time where it is not known how many there are', () =>
    expect(speedOf(each(0, 36), null)).toEqual({ rate: 36, left: null }));

  it('goes by the last twenty seconds', () => {
    const slowNow = each(0, 5000, ...Array.from({ length: 21 }, (_, second) => 5000 + second * 10));
    expect(slowNow).toHaveLength(21);
    expect(speedOf(slowNow, null)?.rate).toBe(10);
  });

  it('says one a second where it is less', () => expect(speedOf(each(0, 0, 0, 1), null)?.rate).toBe(1));
});
