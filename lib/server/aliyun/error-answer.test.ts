import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { accountOf, ownHome, problemOf } from './credentials/cli-home.test-kit';

/** What the endpoint answers, to the letter. */
let said: { status: number; type?: string; body: string | Buffer; headers?: Record<string, string> };
let server: Server;
let callOnce: typeof import('./client').callOnce;

const home = ownHome();
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    const { status, type, body, headers } = said;
    response.writeHead(status, { ...(type !== undefined && { 'content-type': type }), ...headers });
    response.end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  vi.stubEnv('ENI_ATLAS_ECS_ENDPOINT', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  ({ callOnce } = await import('./client'));
  const { config } = await import('../config/config');
  config();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = () => {
  home.configure({ name: 'prod', mode: 'AK', access_key_id: 'id', access_key_secret: 'secret' });
  const cell = { account: accountOf('prod'), region: 'cn-hangzhou' };
  const request = { product: 'ecs' as const, action: 'DescribeNetworkInterfaces', params: {} };
  return problemOf(
    callOnce(cell, request, { signal: AbortSignal.timeout(10_000), arrived: () => {} }).then(() => null),
  );
};

const xml = (code: string, more = '') =>
  `<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>A1B2C3D4-0000-1111</RequestId><HostId>ecs</HostId><Code>${code}</Code><Message>said to nobody &amp; more</Message>${more}</Error>`;

it.each([
  'text/xml;charset=utf-8',
  'text/xml; charset=utf-8',
  'text/xml;charset=UTF-8',
  'text/xml',
  'application/xml',
  'TEXT/XML',
  'application/json',
  undefined,
])('throttling in XML is throttling, under the content type %s', async (type) => {
  said = {
    status: 400,
    body: xml('Throttling.User'),
    headers: { 'x-acs-retry-after': '2400' },
    ...(type && { type }),
  };
  expect(await ask()).toMatchObject({
    code: 'upstream_throttled',
    upstreamCode: 'Throttling.User',
    upstreamRequestId: 'A1B2C3D4-0000-1111',
    retryAfter: 3,
  });
});

it.each<[string, Partial<typeof said> & { body: string | Buffer }, object]>([
  [
    'a refusal in XML, with the action',
    {
      body: xml(
        'Forbidden.RAM',
        '<AccessDeniedDetail><AuthAction>ecs:Denied</AuthAction></AccessDeniedDetail>',
      ),
    },
    { code: 'cloud_forbidden', action: 'ecs:Denied' },
  ],
  [
    'XML with CDATA and blanks',
    { body: '<Error>\n <Code> <![CDATA[Throttling]]> </Code></Error>' },
    { code: 'upstream_throttled', upstreamCode: 'Throttling' },
  ],
  [
    'XML that is gzipped',
    { body: gzipSync(xml('ServiceUnavailable')), headers: { 'content-encoding': 'gzip' }, status: 503 },
    { code: 'upstream_error', upstreamCode: 'ServiceUnavailable' },
  ],
  [
    'JSON called XML',
    { type: 'text/xml;charset=utf-8', body: JSON.stringify({ Code: 'Throttling', RequestId: 'A1B2C3D4-2' }) },
    { code: 'upstream_throttled', upstreamRequestId: 'A1B2C3D4-2' },
  ],
  [
    'JSON after a byte order mark',
    { body: `\uFEFF${JSON.stringify({ Code: 'MissingParameter' })}` },
    { code: 'upstream_rejected', upstreamCode: 'MissingParameter' },
  ],
  [
    'JSON in lower case',
    { body: JSON.stringify({ code: 'Throttling', requestId: 'A1B2C3D4-3' }) },
    { code: 'upstream_throttled', upstreamRequestId: 'A1B2C3D4-3' },
  ],
  [
    'a status of too many calls without a code',
    { status: 429, body: '<html>slow down</html>' },
    { code: 'upstream_throttled' },
  ],
  [
    'HTML',
    { status: 502, type: 'text/html', body: '<html><code>502</code></html>' },
    { code: 'upstream_bad_payload' },
  ],
  ['the body null', { status: 400, body: 'null' }, { code: 'upstream_bad_payload' }],
  ['nothing', { status: 500, body: '' }, { code: 'upstream_bad_payload' }],
])('reads %s', async (_, answer, problem) => {
  said = { status: 400, ...answer };
  const met = await ask();
  expect(met).toMatchObject(problem);
  if (met.code === 'upstream_throttled' && said.status === 429) expect(met.upstreamCode).toBeUndefined();
  expect(JSON.stringify(met)).not.toContain('said to nobody');
});
