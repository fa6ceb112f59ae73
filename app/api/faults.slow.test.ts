import { expect, it, vi } from 'vitest';
import type { Problem } from '@/lib/eni/problem';
import { emulator, page, problem, serveApi, server, walk } from './api.test-kit';

serveApi();

const SECOND = 1000;

async function timed<T>(answering: Promise<T>): Promise<T & { seconds: number }> {
  const started = performance.now();
  return { ...(await answering), seconds: (performance.now() - started) / SECOND };
}

function expectTimeout({ status, body, seconds }: { status: number; body: Problem; seconds: number }): void {
  expect([status, body.code]).toEqual([504, 'upstream_timeout']);
  expect(seconds).toBeGreaterThan(9);
  expect(seconds).toBeLessThan(21);
}

// All in parallel, since each takes as long as a request may.
it('F7, F8, F52: what does not answer in time is given up, its connection closed, and the rest is shown', async () => {
  const action = 'DescribeNetworkInterfaces';
  emulator().faults.set([
    { effect: 'lateHeaders', ms: 30 * SECOND, match: { action, account: 'prod', region: 'cn-beijing' } },
    { effect: 'slowDrip', ms: SECOND, match: { action, account: 'prod', region: 'ap-southeast-1' } },
    { effect: 'hang', match: { action, account: 'staging', region: 'ap-southeast-1' } },
  ]);
  const [late, dripping, everywhere] = await Promise.all([
    timed(problem('region=cn-beijing&limit=10')),
    timed(problem('region=ap-southeast-1&limit=10')),
    timed(walk('account=staging&region=all&limit=500').then((pages) => ({ pages }))),
  ]);
  expectTimeout(late);
  expectTimeout(dripping);

  expect(everywhere.seconds).toBeLessThan(25);
  expect(everywhere.pages.flatMap(({ failures }) => failures)).toMatchObject([
    { region: 'ap-southeast-1', problem: { code: 'upstream_timeout' } },
  ]);
  const regions = new Set(everywhere.pages.flatMap(({ items }) => items.map((eni) => eni.region)));
  expect([...regions].sort()).toEqual(['cn-beijing', 'cn-hangzhou']);

  await vi.waitFor(() => expect(server().waiting()).toBe(0));
  emulator().faults.set([]);
  for (const region of ['cn-beijing', 'ap-southeast-1'])
    expect((await page(`region=${region}&limit=10`)).body.items).not.toEqual([]);
}, 40_000);

it('rows that have come do not wait for a slow call, and none is lost or given twice by that', async () => {
  const match = { action: 'DescribeNetworkInterfaces', params: { PageNumber: '2' } };
  emulator().faults.set([{ effect: 'latency', ms: 8 * SECOND, match, times: 1 }]);
  const query = 'region=cn-hangzhou&limit=2000';
  const { body, seconds } = await timed(page(query));
  emulator().faults.set([]);
  expect(seconds).toBeLessThan(6);
  expect(body.items.length).toBeGreaterThan(0);
  expect(body.cursor).not.toBeNull();
  const rest = await walk(`${query}&cursor=${body.cursor}`);
  const ids = [...body.items, ...rest.flatMap(({ items }) => items)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const { body: all } = await page(query);
  expect(all.cursor).toBeNull();
  expect(ids.toSorted()).toEqual(all.items.map(({ id }) => id).toSorted());
}, 30_000);
