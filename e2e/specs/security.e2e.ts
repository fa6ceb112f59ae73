// Longer than 250 lines: one guard before the production build, asked everything that it has to refuse.
import { type Answer, ask, speak } from '../fixtures/raw-http';
import { expect, test } from '../fixtures/stack';

const ENIS = '/api/enis?region=cn-hangzhou';

function expectProblem(answer: Answer, status: number, code: string): void {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  const problem = JSON.parse(answer.body);
  expect(problem).toMatchObject({
    type: `urn:eni-atlas:problem:${code}`,
    status,
    code,
    requestId: answer.headers['x-request-id'],
  });
  expect(problem).not.toHaveProperty('stack');
}

const hosts = [
  'evil.example',
  '127.0.0.1@evil',
  'localhost.evil.example',
  '127.evil.example',
  '0.0.0.0',
  'localhost.',
];
for (const host of hosts)
  test(`Host ${host} is not served (B60, B62, B63)`, async ({ stack }) => {
    for (const path of ['/', ENIS, '/_next/static/x.js', '/healthz/x']) {
      const answer = await ask(stack.dashboard.port, path, { headers: { host } });
      expectProblem(answer, 421, 'host_not_allowed');
      expect(answer.body).not.toContain(host);
    }
  });

for (const host of ['localhost', 'LOCALHOST', '127.0.0.1', '[::1]'])
  test(`Host ${host} is served`, async ({ stack }) => {
    const { port } = stack.dashboard;
    expect((await ask(port, ENIS, { headers: { host: `${host}:${port}` } })).status).toBe(200);
  });

test('two Hosts, an absolute target and no Host are refused (B61, B64)', async ({ stack }) => {
  const { port } = stack.dashboard;
  const close = 'Connection: close';
  expect(await speak(port, 'GET / HTTP/1.1', 'Host: localhost', 'Host: evil.example', close)).toMatch(
    /^HTTP\/1.1 421 /,
  );
  expect(await speak(port, `GET http://localhost:${port}/ HTTP/1.1`, 'Host: localhost', close)).toMatch(
    /^HTTP\/1.1 421 /,
  );
  expect(await speak(port, 'GET / HTTP/1.0', close)).toMatch(/^HTTP\/1.1 421 /);
  expect(await speak(port, 'GET / HTTP/1.1', close)).toMatch(/^HTTP\/1.1 400 /);
});

test('no Upgrade is served, hot reload neither (B65)', async ({ stack }) => {
  const upgrade = [
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
  ];
  for (const path of ['/', '/_next/hmr', '/_next/webpack-hmr', '/api/enis'])
    expect(await speak(stack.dashboard.port, `GET ${path} HTTP/1.1`, ...upgrade)).toMatch(/^HTTP\/1.1 403 /);
});

for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'])
  test(`${method} on the API is 405 and makes no upstream call (B57, B59)`, async ({ stack }) => {
    const before = stack.emulator.emulator.calls.list().length;
    const { status, headers } = await ask(stack.dashboard.port, ENIS, { method });
    expect(status).toBe(405);
    expect(headers.allow).toContain('GET');
    expect(stack.emulator.emulator.calls.list()).toHaveLength(before);
  });

test('OPTIONS opens nothing to other origins (B58)', async ({ stack }) => {
  for (const headers of [{}, { origin: 'http://evil.example', 'access-control-request-method': 'GET' }]) {
    const answer = await ask(stack.dashboard.port, ENIS, { method: 'OPTIONS', headers });
    expect([204, 403, 405]).toContain(answer.status);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  }
});

const foreign: Record<string, string>[] = [
  { origin: 'null' },
  { origin: 'http://evil.example' },
  { origin: 'http://127.0.0.1:1' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
];
for (const headers of foreign)
  test(`the API refuses ${JSON.stringify(headers)} (B66–B68)`, async ({ stack }) => {
    for (const path of [ENIS, '/api/accounts', '/api/nothing'])
      expectProblem(await ask(stack.dashboard.port, path, { headers }), 403, 'cross_site');
  });

test('the API serves its own pages and scripts', async ({ stack }) => {
  const { port, url } = stack.dashboard;
  for (const headers of [{}, { 'sec-fetch-site': 'same-origin', origin: url }, { 'sec-fetch-site': 'none' }])
    expect((await ask(port, ENIS, { headers })).status).toBe(200);
});

test('a link from another site opens a page, nothing else of that site does', async ({ stack }) => {
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  expect((await ask(stack.dashboard.port, '/', { headers: link })).status).toBe(200);
  const frame = { ...link, 'sec-fetch-dest': 'iframe' };
  expectProblem(await ask(stack.dashboard.port, '/', { headers: frame }), 403, 'cross_site');
});

test('what a client says of proxies and middleware changes nothing (B69–B71)', async ({ stack }) => {
  const spoofed = {
    'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
    'x-eni-atlas-request-id': 'spoofed-by-evil',
  };
  const byProxy = {
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-email': 'admin@evil.example',
  };
  for (const path of ['/', ENIS]) {
    const answer = await ask(stack.dashboard.port, path, { headers: spoofed });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer)).not.toMatch(/evil/);
    // Without sign-in, everything that a proxy passes on would be open to everybody who reaches the proxy.
    const refused = await ask(stack.dashboard.port, path, { headers: { ...spoofed, ...byProxy } });
    expectProblem(refused, 403, 'sign_in_needed');
    expect(JSON.stringify(refused)).not.toMatch(/evil|203\.0\.113/);
  }
  expect(stack.dashboard.log()).not.toMatch(/evil|203\.0\.113/);
});

const oddPaths = [
  '/api/enis.rsc',
  '/index.rsc',
  '/_next/data/x/index.json',
  '//api/enis',
  '/api/%65nis',
  '/api/./enis',
];
for (const path of [
  ...oddPaths,
  '/api/enis;x',
  '/x/..%2fapi/enis',
  '/%2561pi/enis',
  '/\\api/enis',
  '/API/enis',
])
  test(`${path} never yields data (B72)`, async ({ stack }) => {
    const answer = await ask(stack.dashboard.port, path, { headers: { rsc: '1' } });
    expect([308, 400, 404]).toContain(answer.status);
    expect(answer.body).not.toMatch(/eni-[a-z0-9]{6}|privateIpAddress/);
  });

test('server actions, garbled router state and methods that nobody knows are refused without a stack (B73, B74)', async ({
  stack,
}) => {
  const { port, log } = stack.dashboard;
  const action = await ask(port, '/', { method: 'POST', headers: { 'next-action': 'x'.repeat(40) } });
  expectProblem(action, 405, 'method_not_allowed');
  const states = [
    [['a', 'b', 'c', 'd'], {}],
    ['', {}, 'http://x'],
    ['', {}, null, 'http://x'],
  ];
  const encoded = states.map((state) => encodeURIComponent(JSON.stringify(state)));
  for (const tree of ['garbage', ...encoded])
    expectProblem(
      await ask(port, '/', { headers: { rsc: '1', 'next-router-state-tree': tree } }),
      400,
      'malformed',
    );
  for (const path of [ENIS, '/metrics', '/healthz', '/api/nothing'])
    for (const method of ['TRACE', 'PROPFIND']) {
      const answer = await ask(port, path, { method });
      expectProblem(answer, 405, 'method_not_allowed');
      expect(answer.headers.allow).toBe(path === '/healthz' ? 'GET, HEAD' : 'GET');
    }
  expect(log()).not.toMatch(/^\s+at /m);
});

test('a nonce that a client sends is not used (B75)', async ({ stack }) => {
  const headers = { 'content-security-policy': "script-src 'nonce-evilevil'", 'x-nonce': 'evilevil' };
  const answer = await ask(stack.dashboard.port, '/', { headers });
  expect(JSON.stringify(answer)).not.toContain('evilevil');
});

test('invalid encoding is refused, too large a header too (B44, B90)', async ({ stack }) => {
  expectProblem(await ask(stack.dashboard.port, `${ENIS}&name=%ff`), 400, 'invalid_encoding');
  const { status } = await ask(stack.dashboard.port, '/', { headers: { cookie: `a=${'a'.repeat(70_000)}` } });
  expect(status).toBe(414);
});

test('every kind of answer carries the same security headers', async ({ stack }) => {
  const { port } = stack.dashboard;
  const page = await ask(port, '/');
  const script = /\/_next\/static\/[^"\\]+\.js/.exec(page.body)?.[0] ?? 'no script on the page';
  const answers: Record<string, Answer> = {
    page,
    'not found': await ask(port, '/nothing'),
    static: await ask(port, script),
    api: await ask(port, ENIS),
    'api error': await ask(port, '/api/enis?nothing=1'),
    misdirected: await ask(port, '/', { headers: { host: 'evil.example' } }),
  };
  const cache = Object.entries(answers).map(([name, { status, headers }]) => [
    name,
    status,
    headers['cache-control'],
  ]);
  expect(cache).toEqual([
    ['page', 200, 'private, no-store'],
    ['not found', 404, 'private, no-store'],
    ['static', 200, 'public, max-age=31536000, immutable'],
    ['api', 200, 'no-store'],
    ['api error', 400, 'no-store'],
    ['misdirected', 421, 'no-store'],
  ]);
  for (const [name, { headers }] of Object.entries(answers)) {
    expect(headers, name).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['x-request-id'], name).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['permissions-policy'], name).toContain('camera=()');
    expect(headers['content-security-policy'], name).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
    expect(
      Object.keys(headers).filter((header) => /^(x-powered-by|server|access-control)/.test(header)),
      name,
    ).toEqual([]);
  }
  const policy = String(page.headers['content-security-policy']).replace(/nonce-[A-Za-z0-9+/=]+/g, 'nonce-X');
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'nonce-X' 'strict-dynamic'",
    "style-src 'self' 'nonce-X'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ]);
});

test('a page loads without a violation of its policy', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto('/');
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  expect(complaints).toEqual([]);
});
