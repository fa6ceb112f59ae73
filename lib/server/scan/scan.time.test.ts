import { expect, it, vi } from 'vitest';
import { planSearch } from '@/lib/search/reading/plan';
import { EMPTY_SEARCH } from '@/lib/search/search';
import { VirtualClock, VirtualGate } from './clock.test-kit';
import { forgetGrants } from './grants';
import { ScanRun } from './run';
import { beginScan, type Scan } from './state';
import { placeOf, World, type WorldPlace } from './world.test-kit';

/**
 * A call of 500 rows takes 150 ms, and its answer some more time to arrive; calls at 8 a second are spaced 8 % wider.
 * In ms.
 */
const CALL = 168;
const INTERVAL = 135;
let world: World;

vi.mock('../aliyun/upstream', () => ({
  callUpstream: (...args: Parameters<World['call']>) => world.call(...args),
}));

/** Reads a place to its end at the default rate. @returns how much faster than one page of 500 after another, and calls */
async function read(place: WorldPlace): Promise<{ faster: number; calls: number }> {
  forgetGrants();
  const clock = new VirtualClock();
  const gates = new Map<string, VirtualGate>();
  world = new World(
    [place],
    async (label, answer) => {
      const gate = gates.get(label) ?? new VirtualGate(clock, INTERVAL, 8);
      gates.set(label, gate);
      await gate.pass(CALL);
      return answer();
    },
    500,
  );
  const scan: Scan = {
    plan: planSearch(EMPTY_SEARCH, Date.now()),
    places: [{ account: { name: 'prod', profile: null, roleArn: null, regions: null }, region: place.name }],
    question: { accounts: ['prod'], text: '', search: '', asker: null },
    keys: [Buffer.alloc(32, 7)],
    rate: 8,
    concurrency: 8,
    wideUpTo: 0,
    limited: false,
    isWide: true,
    forced: null,
  };
  const run = new ScanRun(scan, beginScan(scan, Date.now()));
  const ids = new Set<string>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const trace = { requestId: 'test', signal: new AbortController().signal, calls: [] };
    const page = await clock.until(run.nextPage(2000, trace));
    for (const { id } of page.items) ids.add(id);
    cursor = page.cursor;
  }
  expect(ids.size).toBe(place.rows.length);
  return { faster: (Math.ceil(ids.size / 500) * CALL) / clock.now, calls: world.calls.length };
}

it.each([
  ['20,000 in 100, pages of 1,000', placeOf(20_000, 100), 2.2, 21],
  ['30,000 in 3, pages of 1,000', placeOf(30_000, 3), 2.2, 32],
  ['20,000 in 100, pages cut to 100', placeOf(20_000, 100, { pageSize: 100 }), 1.04, 46],
  ['30,000 in 3, pages cut to 100', placeOf(30_000, 3, { pageSize: 100 }), 1.15, 66],
])('at the default rate the rate is kept busy: %s', async (_, place, least, most) => {
  const { faster, calls } = await read(place);
  expect(faster).toBeGreaterThanOrEqual(least);
  expect(calls).toBeLessThanOrEqual(most);
});
