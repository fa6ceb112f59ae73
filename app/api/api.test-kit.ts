import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { EnisPage } from '@/lib/eni/page';
import { ask, forgetTraffic, startUpstream } from '@/lib/server/test-upstream.test-kit';

const PROFILES = [
  'prod',
  'staging',
  'denied',
  'no-instances',
  'no-tag-resources',
  'throttled-beijing',
  'inactive',
  'sts',
  'sts-expired',
  'empty',
];

async function startRoutes() {
  const upstream = await startUpstream({ profiles: PROFILES, enis: 2400 });
  const [enis, count, detail, accounts, regions] = await Promise.all([
    import('./enis/route'),
    import('./enis/count/route'),
    import('./enis/[id]/route'),
    import('./accounts/route'),
    import('./regions/route'),
  ]);
  await ask(regions.GET, '/api/regions');
  upstream.emulator.calls.reset();
  return { upstream, enis, count, detail, accounts, regions };
}

let running: Awaited<ReturnType<typeof startRoutes>>;

/** The routes on an emulator of their own, for the tests of one file. After each test the emulator is as new. */
export function serveApi(): void {
  beforeAll(async () => {
    running = await startRoutes();
  });
  afterEach(() => {
    running.upstream.emulator.reset();
    forgetTraffic();
  });
  afterAll(() => running.upstream.stop());
}

export const routes = () => running;
export const emulator = () => running.upstream.emulator;

/** `GET /api/enis`, expected to give a page, or a problem. */
export const page = (query: string) => ask<EnisPage>(running.enis.GET, `/api/enis?${query}`);
export const problem = (query: string) => ask(running.enis.GET, `/api/enis?${query}`);

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
