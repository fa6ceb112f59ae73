import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ask } from '../fixtures/raw-http';
import { RedisServer } from '../fixtures/redis';
import { expectRight, launchReplica, MISSED, Replicas, test } from '../fixtures/replicas';
import { expect } from '../fixtures/stack';

test('Redis that is killed under load costs no answer, and is used again when it is back', async ({
  replicas,
}) => {
  const asking = replicas.askBoth(40);
  await expect.poll(() => replicas.calls().length, { intervals: [20] }).toBeGreaterThan(10);
  await replicas.redis.kill();
  expectRight(await asking);
  await replicas.expectSoon(replicas.unasked(10));
  await replicas.redis.start();
  await replicas.expectShared();
});

test('Redis that hangs keeps nobody waiting (F40)', async ({ replicas }) => {
  await replicas.redis.client.call('CLIENT', 'PAUSE', '8000', 'ALL');
  await replicas.expectSoon(replicas.unasked(12));
  await replicas.expectShared();
});

test('Redis that is not there at the start is done without, and used from when it comes (F39)', async ({
  replicas,
}) => {
  const redis = await RedisServer.create();
  const [a, b] = await Promise.all([
    launchReplica(replicas.stack, redis),
    launchReplica(replicas.stack, redis),
  ]);
  const lonely = new Replicas(replicas.stack, redis, a, b);
  expect((await ask(a.port, '/readyz')).status).toBe(200);
  expectRight(await lonely.askBoth(2));
  await lonely.expectSoon(lonely.unasked(6));
  await expect.poll(a.log).toContain(MISSED);
  await redis.start();
  await lonely.expectShared();
  expect(a.log()).toContain('the shared store answers again');
  await Promise.all([a.stop(), b.stop()]);
  await redis.kill();
});

test('a user of Redis with the rights that the docs name is enough, and one with fewer costs no answer', async ({
  replicas,
}) => {
  const { stack, redis } = replicas;
  const [, rights = ''] = /^ACL SETUSER (.+)$/m.exec(readFileSync('docs/OPERATIONS.md', 'utf8')) ?? [];
  expect(rights).toContain('>…');
  await redis.client.call('ACL', 'SETUSER', ...rights.replace('>…', '>pass').split(' '));
  await redis.client.call('ACL', 'SETUSER', 'few', 'on', '>pass', '~eni-atlas:*', '-@all', '+info', '+get');
  const as = (user: string) => ({ url: `redis://${user}:pass@127.0.0.1:${redis.port}` });
  const [least, few] = await Promise.all([
    launchReplica(stack, as('eni-atlas')),
    launchReplica(stack, as('few')),
  ]);
  const both = [least, few];
  await replicas.expectSoon(replicas.unasked(6), both);
  await expect.poll(few.log).toContain('"reason":"NOPERM"');
  const before = await redis.keys('eni-atlas:answer:*');
  await expect
    .poll(async () => {
      await replicas.expectSoon(replicas.unasked(1), [least]);
      return (await redis.keys('eni-atlas:answer:*')).length;
    })
    .toBeGreaterThan(before.length);
  expect((await ask(least.port, '/metrics')).body).not.toContain('NOPERM');
  expect(both.map(({ log }) => log()).join()).not.toMatch(/:pass@|WRONGPASS/);
  await Promise.all([least.stop(), few.stop()]);
});

test('Redis that is emptied under load costs no answer', async ({ replicas }) => {
  const asking = replicas.askBoth(40);
  for (const share of [5, 15, 25]) {
    await expect.poll(() => replicas.calls().length, { intervals: [20] }).toBeGreaterThan(share);
    await replicas.redis.client.flushall();
  }
  expectRight(await asking);
  await replicas.expectShared();
});

const SECRET = 'emulator-prod-secret';

/** Text as the dashboards seal it under this key of Redis. */
function sealed(redisKey: string, value: unknown, secret: string): string {
  const key = redisKey.split(':').slice(3).join(':');
  const payload = JSON.stringify(value);
  const tag = createHmac('sha256', secret).update(`v1\0${key}\0${payload}`).digest('base64url');
  return `v1.${tag}.${payload}`;
}

const PACE = 'eni-atlas:pace:prod/cn-hangzhou/DescribeNetworkInterfaces';
const BEYOND = 'a number beyond reason';
const SPOILT: [string, (key: string, text: string) => string][] = [
  ['garbage', () => 'garbage'],
  [BEYOND, () => '9e15'],
  ['cut in half', (_, text) => text.slice(0, text.length / 2)],
  ['another answer of ours', (_, text) => text],
  [
    'sealed with another secret',
    (key, text) => sealed(key, JSON.parse(text.split('.').slice(2).join('.')), 'x'.repeat(32)),
  ],
  [
    'sealed by us in an old schema',
    (key) => sealed(key, { value: { rows: [], token: null }, requestId: null, at: Date.now() }, SECRET),
  ],
];
for (const [what, spoil] of SPOILT)
  test(`values in Redis that are ${what} are not believed (F41)`, async ({ replicas }) => {
    const { a, b, redis } = replicas;
    const ids = await replicas.whileJoined(async () => {
      const unknown = replicas.unasked(6);
      await replicas.expectSoon(unknown, [a]);
      return unknown;
    });
    const keys = await redis.keys('eni-atlas:answer:*');
    expect(keys.length).toBeGreaterThanOrEqual(ids.length);
    const texts = new Map<string, string>();
    for (const key of keys) texts.set(key, (await redis.client.get(key)) ?? '');
    for (const [i, key] of keys.entries()) {
      const text = texts.get(what.startsWith('another') ? (keys.at(i - 1) ?? key) : key) ?? '';
      await redis.client.set(key, spoil(key, text));
    }
    await redis.client.set(PACE, what === BEYOND ? '9e15' : 'garbage');
    replicas.stack.emulator.emulator.calls.reset();
    await replicas.expectSoon(ids, [b]);
    expect(replicas.calls().map(({ id }) => id)).toEqual(ids);
    await replicas.expectShared();
  });

test('values in Redis of another kind are not believed either (F41)', async ({ replicas }) => {
  const { a, b, redis } = replicas;
  const ids = replicas.unasked(4);
  await replicas.expectSoon(ids, [a]);
  for (const key of await redis.keys('eni-atlas:*')) {
    await redis.client.del(key);
    await redis.client.rpush(key, 'garbage');
  }
  await replicas.expectSoon(ids, [b]);
  await replicas.expectShared();
});
