import { ask } from '../fixtures/raw-http';
import { eniOf, expectRight, launchReplica, RATE, test } from '../fixtures/replicas';
import { expect } from '../fixtures/stack';

test('two replicas together keep to the rate that one has alone', async ({ replicas }) => {
  const { a } = replicas;
  const alone = await replicas.rateOf(() => Promise.all(replicas.unasked(30).map((id) => eniOf(a, id))));
  expect(alone.onAverage).toBeGreaterThan(RATE * 0.6);
  const together = await replicas.rateOf(() => replicas.askBoth(40));
  expect(together.onAverage).toBeLessThanOrEqual(RATE);
  // On a busy machine a few arrive closer together than they were sent.
  expect(together.inOneSecond).toBeLessThanOrEqual(RATE * 1.1);
});

for (const latencyMs of [0, 200])
  test(`what is asked of both at the same time is one call, of ${latencyMs} ms`, async ({ replicas }) => {
    replicas.stack.emulator.emulator.change({ latencyMs });
    for (let i = 0; i < 8; i++) await replicas.expectShared();
  });

test('what the cloud refuses one of for the rest of the minute the other does not ask', async ({
  replicas,
}) => {
  const { a, b, stack } = replicas;
  const [first = '', second = ''] = replicas.unasked(2);
  stack.emulator.emulator.faults.set([{ effect: 'throttle', retryAfterMs: 4000 }]);
  for (const answer of [await eniOf(a, first), await eniOf(b, second)]) expect(answer.status).toBe(429);
  expect(replicas.calls()).toHaveLength(1);
  stack.emulator.emulator.faults.set([]);
  await expect.poll(async () => (await eniOf(b, second)).ids).toEqual([second]);
});

for (const limit of [300, 2000])
  test(`one goes on where the other stopped, ${limit} ENIs a page, without losing or repeating one`, async ({
    replicas,
  }) => {
    const { a, b, stack } = replicas;
    const ids: string[] = [];
    let cursor = '';
    for (let page = 0; page === 0 || cursor; page++) {
      const query = `account=prod,staging&region=all&limit=${limit}${cursor && `&cursor=${cursor}`}`;
      const { status, body } = await ask((page % 2 === 0 ? a : b).port, `/api/enis?${query}`);
      expect(status).toBe(200);
      const { items, cursor: next, failures } = JSON.parse(body);
      expect(failures).toEqual([]);
      ids.push(...items.map((eni: { id: string }) => eni.id));
      cursor = next ?? '';
    }
    const { cells } = stack.emulator.emulator.estate;
    const all = cells
      .filter(({ account }) => account !== 'empty')
      .flatMap(({ enis }) => enis.map(({ id }) => id));
    expect(ids.sort()).toEqual(all.sort());
  });

test('one that is killed under load takes no answer with it (F38)', async ({ replicas }) => {
  const { a, stack, redis } = replicas;
  const doomed = await launchReplica(stack, redis);
  await replicas.areJoined(doomed);
  const ids = replicas.unasked(60);
  let answered = 0;
  const asking = ids.map(async (id, i) => {
    const answer = await (i % 2 === 0 ? eniOf(a, id) : eniOf(doomed, id).catch(() => eniOf(a, id)));
    answered += 1;
    return answer;
  });
  await expect.poll(() => answered, { intervals: [20] }).toBeGreaterThan(10);
  await doomed.kill();
  expectRight(await Promise.all(asking));
  await doomed.stop();
});

test('nothing in Redis is a secret', async ({ replicas }) => {
  expectRight(await replicas.askBoth(4));
  const { redis } = replicas;
  const keys = await redis.keys();
  const values = await Promise.all(keys.map((key) => redis.client.get(key)));
  expect(keys.some((key) => key.startsWith('eni-atlas:answer:'))).toBe(true);
  for (const text of [...keys, ...values]) expect(text ?? '').not.toMatch(/emulator-|secret|signature/i);
});
