import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDraining } from '../process/draining';
import { hostRejections } from '../process/host-rejections';
import { installGuard } from './guard';

let server: Server;
let uninstall: () => void;
let seen: IncomingMessage | null = null;

beforeAll(async () => {
  uninstall = installGuard({
    allowedHosts: [],
    publicUrl: null,
    isDevelopment: false,
    isOpenBindAccepted: false,
    trustedProxies: [],
    gate: null,
  });
  server = createServer((request, response) => {
    seen = request;
    response.setHeader('Cache-Control', 'public, max-age=60');
    response.writeHead(200, {
      'X-Powered-By': 'x',
      'Access-Control-Allow-Origin': '*',
      'X-Frame-Options': 'ALLOW',
    });
    response.end('page');
  });
  server.on('upgrade', (_, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
  uninstall();
});

const port = () => (server.address() as AddressInfo).port;

function get(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  seen = null;
  return new Promise((resolve, reject) => {
    httpRequest({ port: port(), path, headers }, (response) => {
      response.resume();
      resolve(response);
    })
      .on('error', reject)
      .end();
  });
}

function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port(), '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
  });
}

test('a page is served with the headers of the guard, whatever the code behind sets', async () => {
  const { headers } = await get('/');
  expect(headers['cache-control']).toBe('private, no-store');
  expect(headers['x-frame-options']).toBe('DENY');
  expect(headers).not.toHaveProperty('x-powered-by');
  expect(headers).not.toHaveProperty('access-control-allow-origin');
  expect(headers['x-request-id']).toBe(seen?.headers['x-eni-atlas-request-id']);
});

test('a search of 1,000 ids is served, and what is longer than Node reads is told so', async () => {
  const head = 'Host: localhost\r\nConnection: close\r\n\r\n';
  const served = await raw(`GET /?s=1.${'a'.repeat(40_000)} HTTP/1.1\r\n${head}`);
  expect(served).toMatch(/^HTTP\/1.1 200 /);
  for (const first of [
    `GET /?s=1.${'a'.repeat(700_000)}`,
    `GET / HTTP/1.1\r\nCookie: ${'a'.repeat(700_000)}`,
  ]) {
    const refused = await raw(`${first} HTTP/1.1\r\n${head}`);
    expect(refused).toMatch(/^HTTP\/1.1 414 URI Too Long\r\n/);
    expect(refused).toContain('X-Frame-Options: DENY');
    const body = JSON.parse(refused.split('\r\n\r\n')[1] ?? '');
    expect(body).toMatchObject({ code: 'url_too_long', status: 414 });
    expect(refused).toContain(`X-Request-Id: ${body.requestId}`);
    expect(refused).not.toContain('aaaa');
  }
});

test('who does not finish the headers is cut, and an idle connection outlives that of a load balancer', () => {
  expect(server).toMatchObject({
    headersTimeout: 15_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 2_000,
  });
});

test('only hashed files of the build keep their Cache-Control', async () => {
  expect((await get('/_next/static/a.js')).headers['cache-control']).toBe('public, max-age=60');
  expect((await get('/api/enis')).headers['cache-control']).toBe('no-store');
});

test('what only the guard may say is taken out of a request (B71, B75)', async () => {
  const nonce = "script-src 'nonce-evil'";
  const { headers } = await get('/', {
    'x-middleware-subrequest': 'x',
    'x-nonce': 'evil',
    'x-eni-atlas-request-id': 'evil',
    'content-security-policy': nonce,
  });
  expect(JSON.stringify([seen?.headers, seen?.rawHeaders, headers])).not.toContain('evil');
  expect(seen?.headers).not.toHaveProperty('x-middleware-subrequest');
  expect(seen?.headers['content-security-policy']).toBe(headers['content-security-policy']);
});

test('without sign-in, what a proxy passes on is not answered, but for probes', async () => {
  for (const path of ['/', '/api/enis', '/metrics', '/_next/static/a.js']) {
    const { statusCode, headers } = await get(path, { via: '1.1 proxy' });
    expect(statusCode, path).toBe(403);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(seen).toBeNull();
  }
  expect((await get('/healthz', { 'x-forwarded-for': '203.0.113.7' })).statusCode).toBe(200);
});

test('every nonce is new', async () => {
  const policies = await Promise.all([get('/'), get('/')]);
  expect(new Set(policies.map(({ headers }) => headers['content-security-policy'])).size).toBe(2);
});

test.each([
  ['Host: evil.example\r\n', 421],
  ['Host: localhost\r\nHost: evil.example\r\n', 421],
  ['Host: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n', 403],
  ['Host: localhost\r\nExpect: other\r\n', 417],
  ['Host: evil.example\r\nExpect: other\r\n', 421],
  ['', 400],
])('%j is answered %i and never reaches the code behind', async (head, status) => {
  seen = null;
  const answer = await raw(`GET / HTTP/1.1\r\n${head}Connection: close\r\n\r\n`);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).not.toContain('evil');
  expect(answer).toMatch(/^X-Frame-Options: DENY\r$/m);
  expect(seen).toBeNull();
});

test('an expectation that cannot be met is told as a problem, the one that can is met', async () => {
  const refused = await raw('GET / HTTP/1.1\r\nHost: localhost\r\nExpect: something\r\n\r\n');
  expect(JSON.parse(refused.split('\r\n\r\n')[1] ?? '')).toMatchObject({
    code: 'expectation_failed',
    status: 417,
  });
  const met = await raw(
    'GET / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n',
  );
  expect(met).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 OK\r\n/);
});

test.each([
  ['no HTTP at all\r\n\r\n', 400],
  ['GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n', 400],
])('%.20j cannot be read, and is answered %i with the headers of the guard', async (text, status) => {
  const answer = await raw(text);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain('X-Frame-Options: DENY');
  expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
});

test('a body that cannot be read after the answer ends the connection without another answer', async () => {
  const head = 'GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n';
  const answer = await raw(`${head}no length\r\n`);
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
});

test('who goes on and on with a body after the answer is cut, who finishes it is not', async () => {
  const head = 'POST /api/enis HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n';
  const drip = connect(port(), '127.0.0.1', () => drip.write(head));
  const dripping = setInterval(() => drip.write('x'), 100);
  const cut = new Promise((resolve) => drip.on('error', resolve).on('close', resolve));
  const whole = connect(port(), '127.0.0.1', () => whole.write(`${head}${'x'.repeat(100)}`));
  let answers = '';
  whole.on('data', (chunk) => {
    answers += chunk;
  });
  drip.resume();
  await cut;
  clearInterval(dripping);
  whole.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  await new Promise((resolve) => whole.on('close', resolve));
  expect(answers.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
});

test('a foreign Host is counted, another refusal is not', async () => {
  const before = hostRejections();
  await get('/', { host: 'evil.example' });
  await get('/', { 'next-action': 'x' });
  expect(hostRejections()).toBe(before + 1);
});

test('absolute-form is refused (B64), CONNECT not even answered', async () => {
  const absolute = 'GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
  expect(await raw(absolute)).toMatch(/^HTTP\/1.1 421 /);
  expect(await raw('CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n')).toBe('');
});

test('on the way out a connection is not kept', async () => {
  expect((await get('/')).headers.connection).not.toBe('close');
  startDraining();
  expect((await get('/')).headers.connection).toBe('close');
});
