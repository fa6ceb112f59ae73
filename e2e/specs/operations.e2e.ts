import { once } from 'node:events';
import { connect } from 'node:net';
import { launchDashboard } from '../fixtures/dashboard';
import { type Answer, ask, converse } from '../fixtures/raw-http';
import { expect, test } from '../fixtures/stack';

const ENIS = '/api/enis?region=cn-hangzhou&limit=10';

function expectDataHeaders({ headers }: Answer): void {
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*sandbox$/);
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
}

/** The value of a time series in Prometheus' text, 0 where there is none yet. */
function sampleOf(text: string, series: string): number {
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  return Number(line?.slice(series.length) ?? 0);
}

const probes = [
  ['/healthz', { healthy: true }],
  ['/readyz', { ready: true }],
] as const;
for (const [path, body] of probes)
  test(`${path} answers GET and HEAD to any Host`, async ({ stack }) => {
    const { port } = stack.dashboard;
    for (const headers of [{}, { host: '10.1.2.3:3000' }]) {
      const answer = await ask(port, path, { headers });
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.body)).toEqual(body);
      expectDataHeaders(answer);
    }
    expect(await ask(port, path, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    const { status, headers } = await ask(port, path, { method: 'POST' });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

test('metrics tell of reads, answers and foreign Hosts, and name nothing of an ENI', async ({ stack }) => {
  const { port } = stack.dashboard;
  const { body: before } = await ask(port, '/metrics');
  const { id } = JSON.parse((await ask(port, ENIS)).body).items[0];
  await ask(port, `/api/enis/${id}?region=cn-hangzhou`);
  expect((await ask(port, '/metrics', { headers: { host: 'evil.example' } })).status).toBe(421);
  const answer = await ask(port, '/metrics');
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  expectDataHeaders(answer);
  const upstream = 'action="DescribeNetworkInterfaces",region="cn-hangzhou"';
  for (const line of [
    `eni_atlas_upstream_requests_total{${upstream},outcome="ok"}`,
    'eni_atlas_http_requests_total{route="/api/enis",status="200"}',
    'eni_atlas_http_requests_total{route="/api/enis/{id}",status="200"}',
    'eni_atlas_host_rejected_total',
  ])
    expect(sampleOf(answer.body, line), line).toBeGreaterThan(sampleOf(before, line));
  expect(answer.body).toContain('nodejs_eventloop_lag_seconds');
  expect(answer.body).not.toMatch(/eni-[a-z0-9]{6}|emulator-/);
});

test('metrics are only read, and not by another site', async ({ stack }) => {
  const { port } = stack.dashboard;
  for (const method of ['HEAD', 'POST', 'DELETE']) {
    const { status, headers } = await ask(port, '/metrics', { method });
    expect([status, headers.allow]).toEqual([405, 'GET']);
  }
  const foreign = await ask(port, '/metrics', { headers: { 'sec-fetch-site': 'cross-site' } });
  expect(foreign.status).toBe(403);
});

test("the id of an answer leads through the log to the cloud's RequestIds", async ({ stack }) => {
  const { port, log } = stack.dashboard;
  const { headers, body } = await ask(port, `${ENIS}&status=InUse`);
  const requestId = headers['x-request-id'];
  const lineOf = () =>
    log()
      .split('\n')
      .find((line) => line.includes(`"requestId":"${requestId}"`) && line.includes('"msg":"request"'));
  await expect.poll(lineOf).toBeDefined();
  const { upstream, path } = JSON.parse(lineOf() ?? '');
  expect(path).toBe('/api/enis');
  expect(upstream).not.toEqual([]);
  expect(upstream).toEqual(JSON.parse(body).upstream.map((call: { requestId: string }) => call.requestId));
});

test('on a full disk it starts, serves and counts the lines that are lost (F54)', async ({ stack }) => {
  const dashboard = await launchDashboard({ emulatorUrl: stack.emulator.url, output: '/dev/full' });
  const lost = async () =>
    sampleOf((await ask(dashboard.port, '/metrics')).body, 'eni_atlas_log_lines_lost_total');
  // Next's own at the start.
  const before = await lost();
  expect(before).toBeGreaterThan(0);
  for (let times = 0; times < 5; times++) expect((await ask(dashboard.port, ENIS)).status).toBe(200);
  expect(await lost()).toBeGreaterThanOrEqual(before + 5);
  expect((await ask(dashboard.port, '/readyz')).status).toBe(200);
  expect(await dashboard.terminate()).toBe(0);
});

test('SIGTERM lets a request in flight complete, and the process ends with 0 (F37)', async ({ stack }) => {
  const dashboard = await launchDashboard({ emulatorUrl: stack.emulator.url });
  const { faults } = stack.emulator.emulator;
  const action = 'DescribeNetworkInterfaces';
  faults.set([{ effect: 'latency', ms: 3000, times: 1, match: { action } }]);
  // A connection that has begun to ask is not closed as idle.
  const finishProbe = await converse(dashboard.port, 'GET /readyz HTTP/1.1\r\n');
  const slow = ask(dashboard.port, ENIS, { headers: { connection: 'keep-alive' } });
  await expect.poll(() => faults.list()[0]?.applied).toBe(1);

  const code = dashboard.terminate();
  await expect.poll(dashboard.log).toContain('"msg":"stopping"');
  const readiness = await finishProbe('Host: 10.1.2.3\r\n\r\n');
  expect(readiness).toMatch(/^HTTP\/1.1 503 /);
  expect(readiness).toContain('"ready":false');
  const [refusal] = await once(connect(dashboard.port, '127.0.0.1'), 'error');
  expect(refusal).toMatchObject({ code: 'ECONNREFUSED' });

  const answer = await slow;
  expect(answer.status).toBe(200);
  expect(answer.headers.connection).toBe('close');
  expect(JSON.parse(answer.body).items).toHaveLength(10);
  expect(await code).toBe(0);
});
