// Longer than a file should be: one guard with one gate, and every request that it has to refuse.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { beginSession, sealSession } from '../auth/session';

const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-gate-'));
const KEYS = ['a'.repeat(43), 'b'.repeat(43)];
const URL_OF_PAGE = 'http://127.0.0.1:3000';
let server: Server;
let uninstall: () => void;
let seen: IncomingMessage | null = null;
let asker: typeof import('../auth/asker');

beforeAll(async () => {
  const accessFile = join(folder, 'access.json');
  const grant = { id: 'net', who: ['group:net-admins'], role: 'admin', accounts: ['*'], regions: ['*'] };
  writeFileSync(accessFile, JSON.stringify({ version: 1, grants: [grant] }));
  const env = {
    ENI_ATLAS_AUTH: 'oidc',
    ENI_ATLAS_OIDC_ISSUER: 'https://id.example.com',
    ENI_ATLAS_OIDC_CLIENT_ID: 'eni-atlas',
    ENI_ATLAS_OIDC_CLIENT_SECRET: 'secret',
    ENI_ATLAS_PUBLIC_URL: URL_OF_PAGE,
    ENI_ATLAS_SESSION_KEYS: KEYS.join(),
    ENI_ATLAS_ACCESS_FILE: accessFile,
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  vi.resetModules();
  const { config } = await import('../config/config');
  const { installGuard } = await import('./guard');
  const { createGate } = await import('./sign-in-gate');
  asker = await import('../auth/asker');
  uninstall = installGuard({ ...config(), gate: createGate(config()) });
  server = createServer((request, response) => {
    seen = request;
    response.end('data');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
  uninstall();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

type Answer = { status: number; headers: IncomingMessage['headers']; body: string };

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  seen = null;
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    httpRequest({ port, path, headers, method, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const claims = {
  iss: 'https://id.example.com',
  sub: 'lin',
  name: '林晓',
  email: null,
  who: ['group:net-admins'],
  mode: 'oidc' as const,
  psid: null,
};
const cookieOf = (session: Parameters<typeof sealSession>[0], keys = KEYS) =>
  `eni_atlas=${sealSession(session, keys)}`;
const signedIn = () => ({ cookie: cookieOf(beginSession(claims)) });

const PATHS = [
  '/',
  '/findings',
  '/auth/no-grant',
  '/api/enis',
  '/api/nothing',
  '/metrics',
  '/api/me',
  '/index.rsc',
  '/_next/data/x/index.json',
  '/favicon.ico',
];

test('B116, B71, B72: nobody gets to a page, an API or what the router asks for', async () => {
  const spoofed = { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' };
  for (const path of PATHS)
    for (const more of [{}, { rsc: '1' }, { 'next-router-prefetch': '1' }, spoofed]) {
      const { status, body } = await ask(path, more);
      expect([303, 401], `${path} ${JSON.stringify(more)}`).toContain(status);
      expect(body).not.toContain('data');
      expect(seen).toBeNull();
    }
  for (const path of ['/%61pi/enis', '//api/enis', '/api/./enis', '/%61uth/login', '/AUTH/login'])
    expect((await ask(path)).status).toBe(400);
});

test('a link leads to the sign-in and is kept; what is no navigation is told that nobody is signed in', async () => {
  const link = await ask('/findings?region=cn-hangzhou&tag=env:prod');
  expect(link.status).toBe(303);
  expect(link.headers.location).toBe(
    '/auth/login?returnTo=%2Ffindings%3Fregion%3Dcn-hangzhou%26tag%3Denv%3Aprod',
  );
  expect(link.headers['x-frame-options']).toBe('DENY');
  for (const [path, headers] of [
    ['/api/enis', {}],
    ['/findings', { rsc: '1' }],
    ['/findings?_rsc=abc', {}],
    ['/findings', { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-origin' }],
  ] as const) {
    const { status, body, headers: given } = await ask(path, headers);
    expect(status).toBe(401);
    expect(JSON.parse(body)).toMatchObject({ code: 'signed_out', requestId: given['x-request-id'] });
  }
});

test('B97: a link that is too long to be kept in an address stays in it, and the sign-in stands in its place', async () => {
  const { status } = await ask(`/?s=1.${'a'.repeat(4_000)}`);
  expect(status).toBe(401);
  expect(seen?.url).toBe('/auth/sign-in');
});

test('without a session, the files of the build, the icon, the probes and the pages of signing in are open', async () => {
  for (const path of [
    '/_next/static/x.js',
    '/icon.svg',
    '/healthz',
    '/readyz',
    '/auth/sign-in',
    '/auth/signed-out',
    '/auth/login',
  ])
    expect((await ask(path)).status, path).toBe(200);
});

test('a session is stamped as who asks, and its cookie goes no further', async () => {
  const { status } = await ask('/api/enis', { ...signedIn(), 'x-eni-atlas-asker': 'forged' });
  expect(status).toBe(200);
  const headers = new Map(Object.entries(seen?.headers ?? {}) as [string, string][]);
  expect(asker.askerOf(headers, 'oidc')).toMatchObject({ subject: 'lin', name: '林晓', mode: 'oidc' });
  expect(asker.peerOf(headers)).toBe('127.0.0.1');
  expect(seen?.headers.cookie).toBe('');
  expect(seen?.rawHeaders.join()).not.toContain('eni_atlas=');
});

test('B115, B70: what clients say of themselves in our headers, or in those of a proxy, is nothing', async () => {
  for (const name of [
    'x-eni-atlas-user',
    'x-eni-atlas-peer',
    'x-eni-atlas-grants',
    'x-eni-atlas-asker',
    'x-forwarded-email',
    'x-forwarded-user',
  ])
    expect((await ask('/api/enis', { [name]: 'admin' })).status).toBe(401);
  await ask('/api/enis', { ...signedIn(), 'x-eni-atlas-peer': '10.0.0.1', 'x-forwarded-for': '10.0.0.1' });
  expect(seen?.headers).toMatchObject({ 'x-eni-atlas-peer': '127.0.0.1' });
  expect(JSON.stringify(seen?.headers)).not.toContain('10.0.0.1');
});

test('tokens and sessions of a proxy in front go no further', async () => {
  const { cookie } = signedIn();
  const { status } = await ask('/api/enis', {
    cookie: `mod_auth_openidc_session=apache-session; ${cookie}`,
    oidc_access_token: 'apache-token',
    OIDC_id_token_payload: 'apache-token',
  });
  expect(status).toBe(200);
  expect(JSON.stringify([seen?.headers, seen?.rawHeaders])).not.toMatch(/apache-/);
});

test('B82, B91, B92, B93: what is no session, or two of them, is cleared', async () => {
  const session = beginSession(claims);
  const sealed = sealSession(session, KEYS) ?? '';
  const cookies = [
    `eni_atlas=${sealed.slice(0, -3)}AAA`,
    `eni_atlas=${sealed}.x`,
    `eni_atlas=${'a'.repeat(5_000)}`,
    `eni_atlas=`,
    cookieOf(session, ['c'.repeat(43)]),
    cookieOf(beginSession(claims, Date.now() + 200_000)),
    cookieOf(beginSession({ ...claims, mode: 'password' })),
    `eni_atlas=${sealed}; eni_atlas=${sealed}`,
  ];
  for (const cookie of cookies) {
    const { status, headers } = await ask('/api/enis', { cookie });
    expect(status, cookie).toBe(401);
    expect(headers['set-cookie']?.join()).toMatch(/^eni_atlas=; .*Max-Age=0/);
  }
});

test('F45, F64: a session of the second key goes on under the first; one in use is renewed, one only asked about is not', async () => {
  const [, second = ''] = KEYS;
  const { headers } = await ask('/api/enis', { cookie: cookieOf(beginSession(claims), [second]) });
  expect(headers['set-cookie']?.[0]).toMatch(/^eni_atlas=eyJ.*; Path=\/; HttpOnly; SameSite=Lax$/);
  const old = cookieOf(beginSession(claims, Date.now() - 120_000));
  expect((await ask('/api/me', { cookie: old })).headers['set-cookie']).toBeUndefined();
  expect((await ask('/api/enis', { cookie: old })).headers['set-cookie']).toHaveLength(1);
  expect((await ask('/api/enis', signedIn())).headers['set-cookie']).toBeUndefined();
});

test('a session that was signed out is none, wherever its cookie still is', async () => {
  const { revoke } = await import('../auth/revoked');
  const session = beginSession(claims);
  const cookie = cookieOf(session);
  expect((await ask('/api/enis', { cookie })).status).toBe(200);
  revoke({ id: `session:${session.sid}`, at: Date.now(), until: Date.now() + 60_000 });
  expect((await ask('/api/enis', { cookie })).status).toBe(401);
});

test('who may see nothing is told so in place of every page', async () => {
  const cookie = cookieOf(beginSession({ ...claims, who: ['group:other'] }));
  expect((await ask('/findings', { cookie })).status).toBe(403);
  expect(seen?.url).toBe('/auth/no-grant');
  const { status, body } = await ask('/findings', { cookie, rsc: '1' });
  expect([status, JSON.parse(body).code]).toEqual([403, 'no_grant']);
});

test('B96, B117: each step of signing in and out has its one method', async () => {
  const steps = {
    login: 'GET',
    callback: 'GET',
    logout: 'POST',
    password: 'POST',
    'backchannel-logout': 'POST',
  };
  for (const [name, allowed] of Object.entries(steps))
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE'].filter(
      (each) => each !== allowed,
    )) {
      const { status, headers } = await ask(`/auth/${name}`, signedIn(), method);
      expect([status, headers.allow], `${method} ${name}`).toEqual([405, allowed]);
    }
});

test('B103, B81: signing out and the password are for our own pages, in JSON', async () => {
  const own = { origin: URL_OF_PAGE, 'content-type': 'application/json' };
  for (const path of ['/auth/logout', '/auth/password']) {
    const status = async (headers: Record<string, string>) => (await ask(path, headers, 'POST')).status;
    expect(await status(own)).toBe(200);
    expect(await status({ 'content-type': 'application/json' })).toBe(403);
    expect(await status({ ...own, origin: 'https://evil.example' })).toBe(403);
    expect(await status({ ...own, origin: 'null' })).toBe(403);
    expect(await status({ ...own, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status({ ...own, 'content-type': 'text/plain' })).toBe(415);
  }
});

test('the provider’s word comes without a browser', async () => {
  const status = async (headers: Record<string, string>) =>
    (await ask('/auth/backchannel-logout', headers, 'POST')).status;
  expect(await status({})).toBe(200);
  for (const headers of [
    { origin: URL_OF_PAGE },
    { cookie: 'a=b' },
    { 'sec-fetch-site': 'same-origin' },
  ] as Record<string, string>[])
    expect(await status(headers)).toBe(403);
});
