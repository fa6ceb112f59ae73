import { freePort } from '../../scripts/lib/ports.mjs';
import { makeToken } from '../../scripts/lib/token.mjs';
import { type Dashboard, launchDashboard, refusedDashboard } from '../fixtures/dashboard';
import { ACCESS, oidcEnvironment, TestFile } from '../fixtures/signed';
import { test as base, expect } from '../fixtures/stack';

const made = (scopes: string[], accounts = ['*'], regions = ['*']) =>
  makeToken({ name: scopes.join(), owner: 'net', scopes, accounts, regions, days: 30 });
const READ = made(['read'], ['prod'], ['cn-hangzhou']);
const EXPORT = made(['export']);
const METRICS = made(['metrics']);
const tokensOf = (...tokens: { entry: object }[]) => ({
  version: 1,
  tokens: tokens.map(({ entry }) => entry),
});

type WithTokens = { dashboard: Dashboard; file: TestFile; metricsPort: number };

/** `tokens`: a dashboard with sign-in whose identity provider is never contacted, for the tests of one file. */
const test = base.extend<object, { tokens: WithTokens }>({
  tokens: [
    async ({ stack }, use) => {
      const [port, metricsPort] = [await freePort(), await freePort()];
      const [access, file] = [new TestFile(ACCESS), new TestFile(tokensOf(READ, EXPORT, METRICS))];
      const dashboard = await launchDashboard({
        emulatorUrl: stack.emulator.url,
        port,
        env: {
          ...oidcEnvironment(`http://127.0.0.1:${port}`, 'http://127.0.0.1:9', access.path),
          ENI_ATLAS_TOKENS_FILE: file.path,
          ENI_ATLAS_METRICS_PORT: String(metricsPort),
        },
      });
      await use({ dashboard, file, metricsPort });
      await dashboard.stop();
      access.remove();
      file.remove();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

const bearer = ({ token }: { token: string }) => ({ authorization: `Bearer ${token}` });

test('a token reads its accounts and regions, and nothing else', async ({ tokens: { dashboard } }) => {
  const get = (path: string, headers: Record<string, string>) =>
    fetch(`${dashboard.url}${path}`, { headers });
  const all = await (await get('/api/enis?account=all&region=all', bearer(READ))).json();
  expect(all.scope).toEqual({ accounts: ['prod'], regions: ['cn-hangzhou'], limited: true });
  expect(all.items.length).toBeGreaterThan(10);
  const statuses = async (headers: Record<string, string>) =>
    Promise.all(
      ['/api/enis', '/api/enis/export?format=csv', '/metrics', '/api/audit'].map(
        async (path) => (await get(path, headers)).status,
      ),
    );
  expect(await statuses(bearer(READ))).toEqual([200, 403, 403, 403]);
  expect(await statuses(bearer(EXPORT))).toEqual([200, 200, 403, 403]);
  // B108
  expect(await statuses(bearer(METRICS))).toEqual([403, 403, 200, 403]);
  // B105, B107
  expect(await statuses({ authorization: 'Basic eDp5' })).toEqual([401, 401, 401, 401]);
  expect(await statuses({})).toEqual([401, 401, 401, 401]);
  // B106
  expect((await get(`/api/enis?token=${READ.token}`, {})).status).toBe(400);
  // B115: the guard accepts its own statement about an asker from no client.
  const stamp = Buffer.from(JSON.stringify({ kind: 'token', id: EXPORT.entry.id })).toString('base64url');
  expect(await statuses({ 'x-eni-atlas-asker': stamp })).toEqual([401, 401, 401, 401]);
});

test('the metrics have a port of their own, with nothing else on it', async ({ tokens }) => {
  const own = `http://127.0.0.1:${tokens.metricsPort}`;
  const metrics = await fetch(`${own}/metrics`);
  expect(metrics.status).toBe(200);
  expect(await metrics.text()).toContain('eni_atlas_file_valid{file="access"} 1');
  for (const path of ['/', '/api/enis', '/healthz']) expect((await fetch(`${own}${path}`)).status).toBe(404);
  expect((await fetch(`${own}/metrics`, { method: 'POST' })).status).toBe(405);
});

test('F67: a token that is revoked while a script uses it ends within 5 s', async ({ tokens }) => {
  const { dashboard, file } = tokens;
  const status = async () =>
    (await fetch(`${dashboard.url}/api/accounts`, { headers: bearer(EXPORT) })).status;
  expect(await status()).toBe(200);
  file.write(tokensOf(READ, METRICS));
  await expect.poll(status, { timeout: 5_000, intervals: [20] }).toBe(401);
  file.write(tokensOf(READ, EXPORT, METRICS));
  await expect.poll(status, { timeout: 5_000, intervals: [20] }).toBe(200);
});

test('B111: a bad access file ends the start with code 78, and names its place', async ({ stack }) => {
  const access = new TestFile({ version: 1, grants: [{ ...ACCESS.grants[0], role: 'root' }] });
  const port = await freePort();
  const { code, log } = await refusedDashboard({
    emulatorUrl: stack.emulator.url,
    port,
    env: oidcEnvironment(`http://127.0.0.1:${port}`, 'http://127.0.0.1:9', access.path),
  });
  expect(code).toBe(78);
  expect(log).toContain('ENI_ATLAS_ACCESS_FILE: grants.0.role: must be viewer, exporter, admin');
  access.remove();
});
