import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import type { EnisPage } from '@/lib/eni/page';
import { ask, forgetTraffic, startUpstream, type UpstreamOptions } from '@/lib/server/test-upstream.test-kit';

const PROFILES = [
  'prod',
  'staging',
  'denied',
  'no-instances',
  'no-tag-resources',
  'no-vpc',
  'no-vpc-names',
  'throttled-beijing',
  'inactive',
  'sts',
  'sts-expired',
  'empty',
];

async function startRoutes(options: Partial<UpstreamOptions>) {
  const upstream = await startUpstream({ profiles: PROFILES, enis: 2400, ...options });
  // Another part of the same file may have loaded another configuration.
  vi.resetModules();
  const [enis, count, exported, detail, accounts, regions, vSwitches, names, asked, ...told] =
    await Promise.all([
      import('./enis/route'),
      import('./enis/count/route'),
      import('./enis/export/route'),
      import('./enis/[id]/route'),
      import('./accounts/route'),
      import('./regions/route'),
      import('./vswitches/route'),
      import('./names/route'),
      import('./ask/route'),
      import('./enis/[id]/attribute/route'),
      import('./enis/[id]/holders/route'),
      import('./vswitches/[id]/addresses/route'),
      import('./vswitches/[id]/prefixes/route'),
    ]);
  await ask(regions.GET, '/api/regions');
  forgetTraffic();
  upstream.emulator.calls.reset();
  const [attribute, holders, addresses, prefixes] = told;
  return {
    ...{ upstream, enis, count, exported, detail, accounts, regions, vSwitches, names, asked },
    ...{ attribute, holders, addresses, prefixes },
  };
}

let running: Awaited<ReturnType<typeof startRoutes>>;

/**
 * The routes on an emulator of their own, for the tests of one file or of one part of it. After each test the emulator
 * is reset.
 */
export function serveApi(options: Partial<UpstreamOptions> = {}): void {
  beforeAll(async () => {
    running = await startRoutes(options);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    running.upstream.emulator.reset();
    forgetTraffic();
  });
  afterAll(() => running.upstream.stop());
}

export const routes = () => running;
export const emulator = () => running.upstream.emulator;
/** The emulator as a process: its port, the clients that wait for it, whether it listens. */
export const server = () => running.upstream.server;

/** `GET /api/enis`, expected to return a page, or a problem. */
export const page = (query: string, init?: RequestInit) =>
  ask<EnisPage>(running.enis.GET, `/api/enis?${query}`, {}, init);
export const problem = (query: string) => ask(running.enis.GET, `/api/enis?${query}`);

/** Stops the clock in the middle of a minute, here and at the emulator; timers go on. */
export const stopClock = () => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T10:00:30Z') });
/** Moves a stopped clock. */
export const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

/** The calls that ended at the emulator in a region, since the last reset. */
export const callsTo = (region: string) =>
  emulator()
    .calls.list()
    .filter((call) => call.region === region);

/** The value of a time series of the metrics, 0 where there is none yet. */
export async function sample(series: string): Promise<number> {
  const { metricsText } = await import('@/lib/server/metrics/metrics');
  const line = (await metricsText()).split('\n').find((each) => each.startsWith(`${series} `));
  return Number(line?.slice(series.length) ?? 0);
}

/** All pages of a search. */
export async function walk(query: string): Promise<EnisPage[]> {
  const pages: EnisPage[] = [];
  let cursor: string | null = null;
  do {
    const { status, body } = await page(cursor ? `${query}&cursor=${encodeURIComponent(cursor)}` : query);
    expect(status).toBe(200);
    pages.push(body);
    cursor = body.cursor;
  } while (cursor !== null);
  return pages;
}

export const idsOf = (pages: readonly EnisPage[]) =>
  pages.flatMap((each) => each.items.map((eni) => `${eni.account}/${eni.region}/${eni.id}`));
