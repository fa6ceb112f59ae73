import { hashPassword } from '../../scripts/lib/password.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { type Dashboard, launchDashboard, refusedDashboard } from '../fixtures/dashboard';
import { ask } from '../fixtures/raw-http';
import { oidcEnvironment, SESSION_KEY, TestFile } from '../fixtures/signed';
import { expect, type Stack, test } from '../fixtures/stack';

const EVERYBODY = {
  version: 1,
  grants: [{ id: 'all', who: ['anyone'], role: 'viewer', accounts: ['*'], regions: ['*'] }],
};
const PASSWORD = 'correct horse battery';
const ENIS = '/api/enis?region=cn-hangzhou&limit=5';

type Launched = { dashboard: Dashboard; access: TestFile; stop(): Promise<void> };

async function launch(
  { emulator }: Stack,
  envOf: (url: string, access: string) => Record<string, string>,
): Promise<Launched> {
  const port = await freePort();
  const access = new TestFile(EVERYBODY);
  const env = envOf(`http://127.0.0.1:${port}`, access.path);
  const dashboard = await launchDashboard({ emulatorUrl: emulator.url, port, env });
  return {
    dashboard,
    access,
    stop: async () => {
      await dashboard.stop();
      access.remove();
    },
  };
}

const withPassword = (url: string, access: string) => ({
  ENI_ATLAS_AUTH: 'password',
  ENI_ATLAS_PASSWORD_HASH: hashPassword(PASSWORD),
  ENI_ATLAS_PUBLIC_URL: url,
  ENI_ATLAS_SESSION_KEYS: SESSION_KEY,
  ENI_ATLAS_SESSION_IDLE_MINUTES: '5',
  ENI_ATLAS_ACCESS_FILE: access,
});

test('one password: a wrong one keeps the name and says how many tries are left, the right one lets in', async ({
  page,
  stack,
}) => {
  const { dashboard, stop } = await launch(stack, withPassword);
  await page.goto(`${dashboard.url}/?region=cn-hangzhou`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('/?region=cn-hangzhou')).toBeVisible();
  await page.getByLabel('Your name').fill('林晓');
  await page.getByLabel('Password').fill('wrong horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'The password is wrong. 4 more tries this minute.' }),
  ).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('林晓');
  await expect(page.getByLabel('Password')).toHaveValue('');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(`${dashboard.url}/?region=cn-hangzhou`);
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  // Five minutes unused is all that this session has, so its page says so at once.
  await expect(page.getByText('This session has been idle for a while.')).toBeVisible();
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(page.getByText('This session has been idle for a while.')).toBeHidden();
  await stop();
});

test('B79, B80: a password of a megabyte is not tried, and the sixth try in a minute neither', async ({
  stack,
}) => {
  const { dashboard, stop } = await launch(stack, withPassword);
  const send = (body: string) =>
    fetch(`${dashboard.url}/auth/password`, {
      method: 'POST',
      headers: { origin: dashboard.url, 'content-type': 'application/json' },
      body,
    });
  expect((await send(JSON.stringify({ name: 'x', password: 'p'.repeat(1_000_000) }))).status).toBe(413);
  expect((await send('{')).status).toBe(400);
  const statuses: number[] = [];
  // When the minute changes, the count starts over.
  while (statuses.length < 12 && !statuses.includes(429))
    statuses.push((await send('{"name":"x","password":"wrong"}')).status);
  expect(statuses.at(-1)).toBe(429);
  expect(new Set(statuses.slice(0, -1))).toEqual(new Set([401]));
  expect(statuses.length).toBeGreaterThanOrEqual(6);
  await stop();
});

test('a proxy that knows the secret says who asks; anybody else says nothing (B70, B115)', async ({
  stack,
}) => {
  const secret = 's'.repeat(40);
  const { dashboard, stop } = await launch(stack, (url, access) => ({
    ENI_ATLAS_AUTH: 'proxy',
    ENI_ATLAS_PUBLIC_URL: url,
    ENI_ATLAS_TRUSTED_PROXY_CIDRS: '127.0.0.1/32',
    ENI_ATLAS_PROXY_SHARED_SECRET: secret,
    ENI_ATLAS_ACCESS_FILE: access,
  }));
  const of = (headers: Record<string, string>, path = ENIS) => ask(dashboard.port, path, { headers });
  const said = { 'x-forwarded-user': 'lin', 'x-forwarded-email': 'lin@nordhafen.example' };
  expect((await of(said)).status).toBe(401);
  expect((await of({ ...said, 'x-eni-atlas-proxy-secret': 'x'.repeat(40) })).status).toBe(401);
  const proven = { ...said, 'x-eni-atlas-proxy-secret': secret };
  expect((await of(proven)).status).toBe(200);
  expect(JSON.parse((await of(proven, '/api/me')).body)).toMatchObject({
    name: 'lin@nordhafen.example',
    mode: 'proxy',
    role: 'viewer',
  });
  expect((await of({}, '/')).status).toBe(401);
  expect(dashboard.log()).not.toContain(secret);
  await stop();
});

test('F42, F55: without its identity provider the dashboard starts, says so to who signs in, and is ready', async ({
  stack,
}) => {
  const nobody = `http://127.0.0.1:${await freePort()}`;
  const { dashboard, stop } = await launch(stack, (url, access) => oidcEnvironment(url, nobody, access));
  const login = await ask(dashboard.port, '/auth/login');
  expect(login.status).toBe(503);
  expect(login.body).toContain('The identity provider does not answer');
  expect((await ask(dashboard.port, '/readyz')).status).toBe(200);
  await expect.poll(() => dashboard.log()).toContain('nobody can sign in');
  await stop();
});

test('a way to sign in without all that it needs ends the start, and names it', async ({ stack }) => {
  const { code, log } = await refusedDashboard({
    emulatorUrl: stack.emulator.url,
    env: { ENI_ATLAS_AUTH: 'oidc' },
  });
  expect(code).toBe(78);
  for (const name of ['OIDC_ISSUER', 'PUBLIC_URL', 'SESSION_KEYS', 'ACCESS_FILE'])
    expect(log).toContain(`ENI_ATLAS_${name}:`);
});
