import { hashPassword } from '../../scripts/lib/password.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { type Dashboard, launchDashboard } from '../fixtures/dashboard';
import { ask } from '../fixtures/raw-http';
import { RedisServer } from '../fixtures/redis';
import { SESSION_KEY, TestFile } from '../fixtures/signed';
import { expect, test } from '../fixtures/stack';

const PASSWORD = 'correct horse battery';
const HASH = hashPassword(PASSWORD);
const EVERYBODY = {
  version: 1,
  grants: [{ id: 'all', who: ['anyone'], role: 'viewer', accounts: ['*'], regions: ['*'] }],
};

/** Signs in at a dashboard; the cookie of the session. */
async function signIn({ url }: Dashboard, name: string): Promise<string> {
  const response = await fetch(`${url}/auth/password`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: PASSWORD }),
  });
  expect(response.status).toBe(200);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function signOut({ url }: Dashboard, cookie: string): Promise<void> {
  const headers = { origin: url, 'content-type': 'application/json', cookie };
  expect((await fetch(`${url}/auth/logout`, { method: 'POST', headers, body: '{}' })).status).toBe(200);
}

/** How many tries are left after a wrong password; NaN where none was. */
async function triesLeft({ url }: Dashboard): Promise<number> {
  const response = await fetch(`${url}/auth/password`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'lin', password: 'wrong' }),
  });
  const { detail = '' } = await response.json();
  return Number(/^(\d+) more tries/.exec(detail)?.[1]);
}

const statusOf = async ({ port }: Dashboard, cookie: string) =>
  (await ask(port, '/api/me', { headers: { cookie } })).status;

test('F60: who signs out at one replica is out at the other, once Redis is back where it was away; tries are counted together', async ({
  stack,
}) => {
  const redis = await RedisServer.create();
  await redis.start();
  const access = new TestFile(EVERYBODY);
  const launch = async () => {
    const port = await freePort();
    const env = {
      ENI_ATLAS_AUTH: 'password',
      ENI_ATLAS_PASSWORD_HASH: HASH,
      ENI_ATLAS_PUBLIC_URL: `http://127.0.0.1:${port}`,
      ENI_ATLAS_SESSION_KEYS: SESSION_KEY,
      ENI_ATLAS_ACCESS_FILE: access.path,
      ENI_ATLAS_REDIS_URL: redis.url,
    };
    return launchDashboard({ emulatorUrl: stack.emulator.url, port, env });
  };
  const [a, b] = await Promise.all([launch(), launch()]);
  const [lin, mona, otto] = [await signIn(a, 'lin'), await signIn(a, 'mona'), await signIn(a, 'otto')];
  for (const cookie of [lin, mona, otto]) expect(await statusOf(b, cookie)).toBe(200);

  await signOut(a, lin);
  expect(await statusOf(a, lin)).toBe(401);
  await expect.poll(() => statusOf(b, lin)).toBe(401);
  expect(await statusOf(b, mona)).toBe(200);

  // Three times somebody has signed in at one of them: by its own count the other would have all five left.
  await expect.poll(async () => (await triesLeft(a)) - (await triesLeft(b)), { timeout: 90_000 }).toBe(1);

  await redis.kill();
  await signOut(a, mona);
  expect(await statusOf(a, mona)).toBe(401);
  await redis.start();
  await expect.poll(() => statusOf(b, mona), { timeout: 30_000 }).toBe(401);
  expect(await statusOf(b, otto)).toBe(200);

  await Promise.all([a.stop(), b.stop()]);
  await redis.kill();
  access.remove();
});
