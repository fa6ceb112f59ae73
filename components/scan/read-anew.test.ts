import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { ProblemError } from '@/lib/eni/problem';
import type { PageParam } from '@/lib/queries/enis';
import type { ScanPage } from '@/lib/search/reading/merge';
import { readAnew } from './read-anew';

const throttled = new ProblemError('upstream_throttled', { retryAfter: 34 });

/** A search of this many ENIs, which fails on request. */
function searchOf(count: number, failsAt: (call: number) => Error | null = () => null) {
  const asked: PageParam[] = [];
  const waited: number[] = [];
  const rows: number[] = [];
  const read = (depth: { rows: number; whole: boolean; inBulk?: boolean }) =>
    readAnew({
      depth: { inBulk: false, ...depth },
      fetchPage: async (param) => {
        asked.push(param);
        const error = failsAt(asked.length);
        if (error) throw error;
        const from = Number(param.cursor ?? 0);
        const to = Math.min(count, from + param.limit);
        const items = Array.from({ length: to - from }, (_, n) => eniWith({ id: `eni-${from + n}` }));
        return { items, cursor: to === count ? null : String(to) } as ScanPage;
      },
      wait: async (seconds) => void waited.push(seconds),
      onRows: (now) => rows.push(now),
    });
  return { read, asked, waited, rows };
}

describe('readAnew', () => {
  it('reads as many rows as there were, and no more', async () => {
    const search = searchOf(2400);
    expect((await search.read({ rows: 900, whole: false })).pages).toHaveLength(2);
    expect(search.rows).toEqual([500, 1000]);
    expect(search.asked.every(({ isFresh }) => isFresh)).toBe(true);
  });

  it('reads to the end where all were there, even where there are more now', async () => {
    const { pages } = await searchOf(1200).read({ rows: 400, whole: true });
    expect(pages.at(-1)?.cursor).toBeNull();
  });

  it('ends with the search where there are fewer now', async () => {
    const { pages } = await searchOf(300).read({ rows: 900, whole: false });
    expect(pages).toHaveLength(1);
  });

  it('reads one page where no row had matched', async () =>
    expect((await searchOf(2400).read({ rows: 0, whole: false })).pages).toHaveLength(1));

  it('takes large pages where that pays', async () => {
    const search = searchOf(5000);
    await search.read({ rows: 5000, whole: true, inBulk: true });
    expect(search.asked.map(({ limit }) => limit)).toEqual([2000, 2000, 2000]);
  });

  it('waits on the way as long as the cloud asks, and goes on where it was', async () => {
    const search = searchOf(1200, (call) => (call === 2 ? throttled : null));
    expect((await search.read({ rows: 1200, whole: true })).pages).toHaveLength(3);
    expect(search.waited).toEqual([34]);
    expect(search.asked.map(({ cursor }) => cursor)).toEqual([null, '500', '500', '1000']);
  });

  it.each([
    ['at the first page', 'upstream_throttled', (call: number) => (call === 1 ? throttled : null), 0],
    ['after five waits', 'upstream_throttled', (call: number) => (call > 1 ? throttled : null), 5],
    [
      'where no time is named',
      'upstream_error',
      (call: number) => (call > 1 ? new ProblemError('upstream_error') : null),
      0,
    ],
  ])('gives up %s', async (_, code, failsAt, waits) => {
    const search = searchOf(1200, failsAt);
    await expect(search.read({ rows: 1200, whole: true })).rejects.toMatchObject({ problem: { code } });
    expect(search.waited).toHaveLength(waits);
  });
});
