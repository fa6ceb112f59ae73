import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { RunningEmulator } from '../../emulator/server';
import { chromiumFlags, findChromium } from '../../scripts/lib/chromium.mjs';
import { launchDashboard } from '../fixtures/dashboard';
import { Explorer } from '../fixtures/explorer';
import { CLIENT, startIdentityProvider } from '../fixtures/idp';
import { need, test } from '../fixtures/proxied';
import { NAME, PROXIES, type ProxyName, ProxyPlace } from '../fixtures/proxies';
import { startRelay } from '../fixtures/relay';
import { ACCESS, signInAtProvider, TestFile } from '../fixtures/signed';
import { expect } from '../fixtures/stack';
import { VISITOR_ADDRESS, Visitor } from '../fixtures/visitor';

const executablePath = await findChromium();

test.use({
  ignoreHTTPSErrors: true,
  launchOptions: {
    args: [...chromiumFlags, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`],
    ...(executablePath && { executablePath }),
  },
});

const PAGE = '/?region=cn-hangzhou';
const ENIS = '/api/enis?region=cn-hangzhou&limit=5';
const SPOOFED = {
  'x-forwarded-for': '203.0.113.7',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'http',
  'x-forwarded-user': 'admin@evil.example',
  forwarded: 'for=203.0.113.7;host=evil.example;proto=http',
};

const lastLine = (file: TestFile) =>
  JSON.parse(readFileSync(file.path, 'utf8').trim().split('\n').at(-1) ?? '');

/** The answer to a request under a foreign name: a status, or null where the connection is closed without one. */
const underForeignName = (visitor: Visitor, path: string) =>
  visitor.ask(path, { headers: { host: 'evil.example' } }).then(
    ({ status, body }) => {
      expect(body).not.toMatch(/eni-|林晓|evil/);
      return status;
    },
    () => null,
  );

/** Reads an export as it comes; how many calls the cloud had seen at its first piece, and at its end. */
async function callsWhileExporting(
  visitor: Visitor,
  url: string,
  emulator: RunningEmulator,
): Promise<number[]> {
  emulator.emulator.change({ latencyMs: 100 });
  const calls = () => emulator.emulator.calls.list().length;
  const response = await visitor.open(`${url}/api/enis/export?account=all&region=all&format=ndjson`);
  expect(response.statusCode).toBe(200);
  await once(response, 'readable');
  const first = calls();
  for await (const _ of response);
  emulator.emulator.change({ latencyMs: 0 });
  return [first, calls()];
}

for (const name of Object.keys(PROXIES) as ProxyName[])
  test(`${name}: sign-in, a link of 60 kB, an export as it is read, names, and what clients say of proxies`, async ({
    proxied: { place, audit, emulator },
  }) => {
    need(PROXIES[name].program, 'openssl');
    await place.start(name);
    const visitor = new Visitor(place);
    const page = await visitor.signIn(PAGE, 'lin');
    expect(page).toMatchObject({ status: 200, url: `${place.url}${PAGE}` });
    expect(page.body).toContain('林晓');
    expect(page.headers['strict-transport-security']).toBeDefined();
    expect([...visitor.cookies.keys()]).toContain('__Host-eni_atlas');

    const ids = Array.from({ length: 2_300 }, (_, at) => `eni-bp1stranger${String(at).padStart(10, '0')}`);
    const long = await visitor.ask(`${PAGE}&eni=${ids.join(',').slice(0, 60_000)}`);
    expect([long.status, long.headers['x-request-id']]).toEqual([200, expect.any(String)]);
    expect((await visitor.ask(`/api/enis?eni=${ids.join(',').slice(0, 60_000)}`)).body).toContain('too_many');

    const [first = 0, all = 0] = await callsWhileExporting(visitor, place.url, emulator);
    expect(first).toBeLessThan(all);

    for (const path of ['/', ENIS]) expect([421, null]).toContain(await underForeignName(visitor, path));

    expect((await visitor.ask(ENIS, { headers: SPOOFED })).status).toBe(200);
    expect(lastLine(audit)).toMatchObject({
      peer: '127.0.0.1',
      forwardedFor: VISITOR_ADDRESS,
      user: { sub: 'lin' },
    });
    const login = await new Visitor(place).ask('/auth/login', { headers: SPOOFED });
    expect(login.headers.location).toContain(encodeURIComponent(`${place.url}/auth/callback`));
    expect(JSON.stringify(login)).not.toMatch(/evil|203\.0\.113/);
    // The second is the dashboard's own only by its Host: it shows that a proxy keeps the name as sent, with the port.
    const of = (origin: string) => visitor.ask(ENIS, { headers: { origin } }).then(({ status }) => status);
    const origins = [place.url, place.url.replace('https:', 'http:'), 'https://evil.example'];
    expect(await Promise.all(origins.map(of))).toEqual([200, 200, 403]);
    await place.stop();
    expect(place.log()).not.toMatch(/stranger|cn-hangzhou/);
  });

test('F65: a browser signs in through nginx; a dashboard that is gone, and an address too long for a proxy, are said', async ({
  page,
  proxied,
}) => {
  need('nginx', 'openssl');
  const { place } = proxied;
  await place.start('nginx', [['4 64k', '4 8k']]);
  await page.goto(`${place.url}${PAGE}`);
  await signInAtProvider(page, 'lin');
  await expect(page).toHaveURL(`${place.url}${PAGE}`);
  const explorer = new Explorer(page);
  await explorer.ready();
  await expect(explorer.rows().nth(3)).toBeVisible();

  await proxied.dashboard.stop();
  await page.getByRole('button', { name: /^Refresh/ }).click();
  await expect(page.getByText('The dashboard does not answer').first()).toBeVisible();
  await expect(explorer.rows().nth(3)).toBeVisible();
  await expect(page.getByText(/JSON|nginx|Bad Gateway/)).toHaveCount(0);
  proxied.dashboard = await proxied.relaunch();
  await page
    .getByRole('button', { name: /^Retry/ })
    .first()
    .click();
  await expect(page.getByText('The dashboard does not answer')).toHaveCount(0);

  const ids = Array.from(
    { length: 900 },
    (_, at) => `eni-bp1${createHash('sha256').update(`${at}`).digest('hex').slice(0, 17)}`,
  );
  await explorer.type(ids.join(' '));
  await expect(page.getByText('The address is too long').first()).toBeVisible();
  await place.stop();
});

test('Apache with mod_auth_openidc says who asks: groups, names, what is not set, and nothing that clients say', async ({
  stack,
  later,
}) => {
  need('apache2', 'openssl');
  const secret = 's'.repeat(40);
  const place = await ProxyPlace.create();
  const idp = await startIdentityProvider([place.url], [`${place.url}/oauth2callback`]);
  const [access, audit] = [new TestFile(ACCESS), new TestFile('')];
  later(idp.stop, ...[place, access, audit].map((each) => () => each.remove()));
  const dashboard = await launchDashboard({
    emulatorUrl: stack.emulator.url,
    env: {
      ENI_ATLAS_AUTH: 'proxy',
      ENI_ATLAS_PUBLIC_URL: place.url,
      ENI_ATLAS_ACCESS_FILE: access.path,
      ENI_ATLAS_AUDIT_FILE: audit.path,
      ENI_ATLAS_TRUSTED_PROXY_CIDRS: '127.0.0.1/32',
      ENI_ATLAS_PROXY_SHARED_SECRET: secret,
      ENI_ATLAS_PROXY_USER_HEADER: 'OIDC_CLAIM_sub',
      ENI_ATLAS_PROXY_GROUPS_HEADER: 'OIDC_CLAIM_groups',
      ENI_ATLAS_PROXY_NAME_HEADER: 'OIDC_CLAIM_name',
      ENI_ATLAS_PROXY_EMAIL_HEADER: 'X-Mail',
    },
  });
  const { stop, seen } = await startRelay(place.dashboardPort, dashboard.port);
  later(dashboard.stop, stop, () => place.stop());
  await place.startApacheThatSignsIn(
    idp.issuer,
    {
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_CRYPTO_PASSPHRASE: 'p'.repeat(40),
      ENI_ATLAS_PROXY_SHARED_SECRET: secret,
    },
    ['RequestHeader set X-Mail "%{NOT_SET}e"'],
  );

  const forged = {
    OIDC_CLAIM_sub: 'lin',
    OIDC_CLAIM_groups: 'net-admins',
    'X-Eni-Atlas-Proxy-Secret': secret,
  };
  const stranger = new Visitor(place);
  expect((await stranger.ask('/api/me', { headers: { ...forged, 'sec-fetch-mode': 'cors' } })).status).toBe(
    401,
  );
  expect(seen).toEqual([]);

  const visitor = new Visitor(place);
  const page = await visitor.signIn(PAGE, 'ines');
  expect(page).toMatchObject({ status: 200, url: `${place.url}${PAGE}` });
  expect(page.body).toContain('伊内斯');
  expect(seen.at(-1)).toMatchObject({ oidc_claim_groups: 'everyone,net-admins', 'x-mail': '(null)' });
  const me = JSON.parse((await visitor.ask('/api/me')).body);
  expect(me).toMatchObject({ name: '伊内斯', email: null, mode: 'proxy', role: 'admin', grants: ['net'] });

  const spoofing = await visitor.ask('/api/me', {
    headers: { ...SPOOFED, ...forged, OIDC_CLAIM_name: 'lin' },
  });
  expect(JSON.parse(spoofing.body)).toEqual({ ...me, endsAt: expect.any(Number) });
  expect((await visitor.ask(ENIS)).status).toBe(200);
  expect(lastLine(audit)).toMatchObject({
    user: { sub: 'ines' },
    auth: 'proxy',
    forwardedFor: VISITOR_ADDRESS,
  });

  // Its session and the person's token stay with Apache, and no log has them, or the secret.
  const [token = '', session = ''] = [idp.accessTokens[0], visitor.cookies.get('mod_auth_openidc_session')];
  expect(token.length).toBeGreaterThan(20);
  expect(session.length).toBeGreaterThan(20);
  const passedOn = JSON.stringify(seen);
  const kept = dashboard.log() + readFileSync(audit.path, 'utf8') + place.log();
  for (const text of [token, session, 'admin@evil.example']) expect(passedOn).not.toContain(text);
  for (const text of [token, session, secret]) expect(kept).not.toContain(text);
});

test('without sign-in, nothing comes through a proxy, and a name for others is warned of on every page', async ({
  browser,
  stack,
  later,
}) => {
  need('caddy', 'openssl');
  const place = await ProxyPlace.create();
  const dashboard = await launchDashboard({
    emulatorUrl: stack.emulator.url,
    port: place.dashboardPort,
    env: { ENI_ATLAS_PUBLIC_URL: place.url },
  });
  later(
    () => place.remove(),
    dashboard.stop,
    () => place.stop(),
  );
  await place.start('caddy');
  for (const path of ['/', ENIS]) {
    const { status, body } = await new Visitor(place).ask(path);
    expect([status, JSON.parse(body).code]).toEqual([403, 'sign_in_needed']);
  }
  expect(dashboard.log()).toMatch(/ENI_ATLAS_PUBLIC_URL: .*anyone who reaches it sees everything/);
  for (const [locale, words] of [
    ['en-US', 'Anyone who can reach this dashboard sees everything'],
    ['zh-CN', '任何能访问此看板的人都能看到全部内容'],
  ] as const) {
    const page = await browser.newPage({ locale });
    await page.goto(`${dashboard.url}/?region=cn-hangzhou`);
    await expect(page.getByRole('complementary').filter({ hasText: words })).toBeVisible();
    await page.close();
  }
});
