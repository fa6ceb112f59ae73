import { expect, it, vi } from 'vitest';
import { callsTo, emulator, page, sample, serveApi, server } from './api.test-kit';

serveApi({ enis: 200, env: { ENI_ATLAS_CONCURRENCY: '1' } });

const QUEUE = 'eni_atlas_queue_depth{action="DescribeNetworkInterfaces",region="cn-hangzhou"}';

/** A reader who can go away. */
function reader(query: string) {
  const gone = new AbortController();
  return { answer: page(query, { signal: gone.signal }), leave: () => gone.abort() };
}

it('F35: a reader who goes is known of at once: the call is closed, and so is the place in the queue', async () => {
  emulator().faults.set([{ effect: 'hang', times: 1 }]);
  const first = reader('limit=10');
  await vi.waitFor(() => expect(server().waiting()).toBe(1));
  const queued = reader('limit=11');
  const patient = reader('limit=12');
  await vi.waitFor(async () => expect(await sample(QUEUE)).toBe(2));
  queued.leave();
  const started = performance.now();
  first.leave();
  await Promise.all([first.answer, queued.answer]);
  expect(performance.now() - started).toBeLessThan(1000);
  expect((await patient.answer).body.items).toHaveLength(12);
  expect(callsTo('cn-hangzhou').map(({ params }) => params.MaxResults)).toEqual(['10', '12']);
  await vi.waitFor(() => expect(server().waiting()).toBe(0));
  expect((await page('limit=10')).body.items).toHaveLength(10);
});

it('F35: a reader who goes in the middle of a body ends the call too', async () => {
  emulator().faults.set([{ effect: 'slowDrip', ms: 5000, times: 1 }]);
  const leaving = reader('limit=10');
  await vi.waitFor(() => expect(callsTo('cn-hangzhou')).toHaveLength(1));
  leaving.leave();
  await leaving.answer;
  await vi.waitFor(() => expect(server().waiting()).toBe(0));
  expect((await page('limit=10')).body.items).toHaveLength(10);
});

it('F36: of two who wait for the same one goes: the other has the answer, of the one call', async () => {
  emulator().faults.set([{ effect: 'latency', ms: 200, times: 1 }]);
  const leaving = reader('limit=10');
  const staying = reader('limit=10');
  await vi.waitFor(() => expect(server().waiting()).toBe(1));
  leaving.leave();
  await leaving.answer;
  const { status, body } = await staying.answer;
  expect([status, body.items.length]).toEqual([200, 10]);
  expect(callsTo('cn-hangzhou')).toHaveLength(1);
  expect((await page('limit=11')).body.items).toHaveLength(11);
});
