import { describe, expect, it, vi } from 'vitest';
import { parseSearch } from '@/lib/search/params';
import { planSearch } from '@/lib/search/reading/plan';
import type { Trace } from '../aliyun/upstream';
import { LONGEST, readCursor } from './cursor';
import { forgetGrants } from './grants';
import type { RowsPage } from './page';
import { ScanRun } from './run';
import { beginScan, type Scan } from './state';
import { placeOf, World, type WorldPlace } from './world.test-kit';

let world: World;

vi.mock('../aliyun/upstream', () => ({
  callUpstream: (...args: Parameters<World['call']>) => world.call(...args),
}));

const account = { name: 'prod', profile: null, roleArn: null, regions: null };

function scanOf(places: WorldPlace[], search = '', more: Partial<Scan> = {}): Scan {
  forgetGrants();
  world = new World(
    places,
    async (_, answer) => {
      await null;
      return answer();
    },
    500,
  );
  const plan = planSearch(parseSearch(new URLSearchParams(search)).search, Date.now());
  return {
    plan,
    places: places.map(({ name }) => ({ account, region: name })),
    limited: false,
    question: { accounts: ['prod'], text: search, search, asker: null },
    keys: [Buffer.alloc(32, 7)],
    rate: 8,
    concurrency: 8,
    wideUpTo: 0,
    isWide: true,
    forced: null,
    ...more,
  };
}

/** Reads to the end; `limitOf` is the limit of the n-th page. Each page may be another process's. */
async function readAll(
  scan: Scan,
  limitOf: (page: number) => number,
  changesReplica = false,
): Promise<RowsPage[]> {
  const pages: RowsPage[] = [];
  let run: ScanRun | null = null;
  let cursor: string | null = null;
  do {
    const limit = limitOf(pages.length);
    const asked: Scan = { ...scan, isWide: limit > 500 || scan.plan.filteredAfter.length > 0 };
    if (!run || changesReplica || !asked.isWide) {
      run?.stop();
      const now = Date.now();
      run = new ScanRun(asked, cursor === null ? beginScan(asked, now) : readCursor(cursor, asked, now));
    }
    const trace: Trace = { requestId: 'test', signal: new AbortController().signal, calls: [] };
    const page: RowsPage = await run.nextPage(limit, trace);
    pages.push(page);
    cursor = page.cursor;
    expect(cursor?.length ?? 0).toBeLessThanOrEqual(LONGEST);
    expect(pages.length).toBeLessThan(10_000);
  } while (cursor !== null);
  return pages;
}

const idsOf = (pages: readonly RowsPage[]) => pages.flatMap(({ items }) => items.map(({ id }) => id));

const ESTATES = [
  [20_000, 100],
  [12_000, 600],
  [30_000, 3],
  [100_000, 300],
] as const;

describe.each(ESTATES)('%d ENIs in %d vSwitches', (enis, vSwitches) => {
  const read = async (pageSize: number, more: Partial<Scan> = {}) => {
    const scan = scanOf([placeOf(enis, vSwitches, { pageSize })], '', more);
    const pages = await readAll(scan, () => 2000);
    const ids = idsOf(pages);
    expect(new Set(ids).size).toBe(enis);
    expect(ids.length).toBe(enis);
    expect(pages.flatMap(({ caveats }) => caveats)).toEqual([]);
    return { calls: world.calls.length, explained: pages.flatMap(({ explain }) => explain ?? []) };
  };

  it('take a call for each 1,000, and few more, where such pages are granted', async () => {
    const { calls, explained } = await read(1000);
    expect(calls).toBeLessThanOrEqual(0.65 * (enis / 500) + 8);
    expect(explained).toMatchObject([{ by: 'pages', calls }]);
  });

  it('take no more with 16 calls at once and no rate', async () => {
    const { calls } = await read(1000, { rate: 1000, concurrency: 16 });
    expect(calls).toBeLessThanOrEqual(0.65 * (enis / 500) + 8);
  });

  it('take a call for each 500, and few more, where pages come cut to 100', async () => {
    const { calls } = await read(100);
    expect(calls).toBeLessThanOrEqual(1.15 * (enis / 500) + 6);
  });
});

describe('deep pages that are refused', () => {
  it('cost two calls, and are not asked for again', async () => {
    const scan = scanOf([placeOf(20_000, 100, { deepest: 10_000 })]);
    expect(new Set(idsOf(await readAll(scan, () => 2000))).size).toBe(20_000);
    expect(world.calls.length).toBeLessThanOrEqual(1.15 * 40 + 6);
    world.calls.length = 0;
    await readAll(scan, () => 2000);
    const deepest = world.calls.map(
      ({ params }) => Number(params.PageNumber ?? 0) * Number(params.PageSize ?? 0),
    );
    expect(Math.max(...deepest)).toBeLessThanOrEqual(10_000);
  });
});

describe('what once went wrong', () => {
  const denied = { on: 'any', from: 1, times: Number.POSITIVE_INFINITY, code: 'cloud_forbidden' } as const;

  it.each([1, 2, 9, 10, 11, 37, 45, 50, 55, 100, 500, 501, 1999, 2000])(
    'a denied region is told once, and the other read whole, at a limit of %d',
    async (limit) => {
      const places = [placeOf(38, 4, { name: 'good' }), placeOf(40, 4, { name: 'bad', fault: denied })];
      for (const order of [places, [...places].reverse()]) {
        const pages = await readAll(scanOf(order, 'type=Primary,Secondary'), () => limit);
        expect(idsOf(pages).length).toBe(new Set(idsOf(pages)).size);
        expect(idsOf(pages).length).toBe(places[0]?.rows.filter(({ type }) => type !== 'Trunk').length);
        expect(pages.flatMap(({ failures }) => failures.map(({ region }) => region))).toEqual(['bad']);
      }
    },
  );

  it('no row comes twice when the limit shrinks between two processes', async () => {
    const scan = scanOf([placeOf(3000, 10)]);
    for (const limits of [
      [700, 50],
      [333, 20, 1500],
      [500, 19, 499],
    ]) {
      const ids = idsOf(await readAll(scan, (page) => limits[Math.min(page, limits.length - 1)] ?? 50, true));
      expect(ids.length).toBe(3000);
      expect(new Set(ids).size).toBe(3000);
    }
  });

  it('rows that a vSwitch leaves out are noticed and read, and said to have been', async () => {
    const scan = scanOf([placeOf(5000, 20, { loses: 50 })], '', { forced: 'vswitch' });
    const pages = await readAll(scan, () => 2000);
    expect(idsOf(pages).length).toBe(5000);
    expect(new Set(idsOf(pages)).size).toBe(5000);
    expect(pages.flatMap(({ caveats }) => caveats.map(({ code }) => code))).toEqual(['read_again']);
  });

  it.each([false, true])(
    '10,000 vSwitches have cursors that can be read, by another process: %s',
    async (other) => {
      const scan = scanOf([placeOf(12_000, 10_000)], '', { forced: 'vswitch', rate: 1000, concurrency: 16 });
      const ids = idsOf(await readAll(scan, (page) => (page < 5 ? 501 : 2000), other));
      expect(ids.length).toBe(12_000);
      expect(new Set(ids).size).toBe(12_000);
    },
    60_000,
  );
});
