import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parseFlags } from './flags';
import { type RunningEmulator, startEmulator } from './server';
import { canonicalRequest, sha256, signatureOf } from './signature';

let running: RunningEmulator;
let nonce = 0;

beforeAll(async () => {
  running = await startEmulator({ enis: 300, seed: 2 });
});
afterEach(() => control('POST', '/reset'));
afterAll(() => running.close());

function control(method: string, path: string, body?: unknown): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(`${running.url}/_emulator${path}`, { method, ...(body === undefined ? {} : { body: text }) });
}

function list(): Promise<Response> {
  const url = '/?RegionId=cn-hangzhou';
  nonce += 1;
  const headers: Record<string, string> = {
    host: running.url.slice('http://'.length),
    'x-acs-action': 'DescribeNetworkInterfaces',
    'x-acs-version': '2014-05-26',
    'x-acs-date': `${new Date().toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': `control-${nonce}`,
    'x-acs-content-sha256': sha256(''),
  };
  const names = Object.keys(headers).sort();
  const canonical = canonicalRequest({ method: 'POST', url, headers, body: Buffer.alloc(0) }, names);
  const signature = signatureOf(canonical, 'emulator-prod-secret');
  const authorization = `ACS3-HMAC-SHA256 Credential=emulator-prod-key,SignedHeaders=${names.join(';')},Signature=${signature}`;
  return fetch(running.url + url, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, authorization },
  });
}

describe('faults', () => {
  test.each([
    ['html502', 502, 'text/html', /^<html>/],
    ['empty500', 500, 'application/json', /^$/],
    ['nullBody', 200, 'application/json', /^null$/],
    ['redirect302', 302, 'application/json', /^\{"RequestId"/],
    ['code200', 200, 'application/json', /"Code":"InternalError"/],
    ['wrongContentType', 200, 'text/plain', /^\{"RequestId"/],
    ['truncatedJson', 200, 'application/json', /[^}]$/],
    ['gzip', 200, 'application/json', /^\{"RequestId".*\}$/],
    ['error', 500, 'application/json', /"Code":"InternalError"/],
    ['throttle', 400, 'application/json', /"Code":"Throttling.User"/],
  ])('%s', async (effect, status, type, body) => {
    await control('POST', '/faults', [{ effect, times: 1 }]);
    const response = await list();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain(type);
    expect(await response.text()).toMatch(body);
    expect((await list()).status).toBe(200);
  });

  test('bom', async () => {
    await control('POST', '/faults', [{ effect: 'bom' }]);
    const bytes = new Uint8Array(await (await list()).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test.each(['reset', 'resetMidBody'])('%s breaks the connection', async (effect) => {
    await control('POST', '/faults', [{ effect, times: 1 }]);
    await expect(list().then((response) => response.text())).rejects.toThrow();
  });

  test.each([
    ['latency', { ms: 80 }],
    ['lateHeaders', { ms: 80 }],
    ['slowDrip', { ms: 3 }],
  ])('%s takes its time and then answers', async (effect, options) => {
    await control('POST', '/faults', [{ effect, times: 1, ...options }]);
    const started = performance.now();
    expect(JSON.parse(await (await list()).text()).RequestId).toBeTruthy();
    expect(performance.now() - started).toBeGreaterThan(70);
  });

  test('nth picks one call; DELETE ends it all', async () => {
    await control('POST', '/faults', [{ effect: 'empty500', match: { nth: 2, region: 'cn-hangzhou' } }]);
    expect([(await list()).status, (await list()).status, (await list()).status]).toEqual([200, 500, 200]);
    await control('POST', '/faults', [{ effect: 'empty500' }]);
    await control('DELETE', '/faults');
    expect((await list()).status).toBe(200);
  });
});

test.each([
  ['/faults', '{', /JSON/],
  ['/faults', {}, /array/],
  ['/faults', [{ effect: 'boom' }], /effect must be one of/],
  ['/faults', [{ effect: 'error', status: 42 }], /status/],
  ['/faults', [{ effect: 'error', match: { regoin: 'x' } }], /regoin is unknown/],
  ['/faults', [{ effect: 'error', times: 1.5 }], /times/],
  ['/settings', [], /object/],
  ['/settings', { qps: '3' }, /qps must be a number/],
  ['/settings', { qps: -1 }, /qps/],
  ['/settings', { switches: { endOfList: 'never' } }, /absent, null, empty/],
  ['/settings', { switches: { __proto__x: 1 } }, /unknown/],
])('POST %s refuses %j', async (path, body, message) => {
  const response = await control('POST', path, body);
  expect(response.status).toBe(400);
  expect((await response.json()).error).toMatch(message);
});

test('settings, calls and reset', async () => {
  const settings = await (
    await control('POST', '/settings', { switches: { xmlErrors: true }, latencyMs: 5 })
  ).json();
  expect(settings).toMatchObject({ latencyMs: 5, switches: { xmlErrors: true, variation: true } });
  await control('POST', '/faults', [{ effect: 'throttle' }]);
  expect(await (await list()).text()).toMatch(/^<\?xml.*<Code>Throttling.User<\/Code>/);
  const { calls } = await (await control('GET', '/calls')).json();
  expect(calls).toEqual([
    expect.objectContaining({
      n: 1,
      action: 'DescribeNetworkInterfaces',
      region: 'cn-hangzhou',
      account: 'prod',
      key: 'prod',
      params: { RegionId: 'cn-hangzhou' },
      status: 400,
      code: 'Throttling.User',
      fault: 'throttle',
    }),
  ]);
  expect(JSON.stringify(calls)).not.toContain('secret');
  await control('POST', '/reset');
  expect(await (await control('GET', '/calls')).json()).toEqual({ calls: [] });
  expect((await list()).status).toBe(200);
});

test('a change that cannot happen keeps those before it from happening', async () => {
  const { cells } = await (await control('GET', '/estate?account=prod&region=cn-hangzhou')).json();
  const [first] = cells[0].enis;
  const release = { change: 'release', eni: first.NetworkInterfaceId };
  const refused = await control('POST', '/changes', [release, { change: 'release', eni: 'eni-none' }]);
  expect(refused.status).toBe(400);
  expect((await refused.json()).error).toBe('changes[1]: there is no ENI eni-none');
  expect((await (await list()).json()).NetworkInterfaceSets.NetworkInterfaceSet[0]).toEqual(first);
  const taken = await control('POST', '/changes', [release]);
  expect(await taken.json()).toEqual({ enis: [first.NetworkInterfaceId] });
});

test('the estate route gives every row as the API does', async () => {
  const { cells } = await (await control('GET', '/estate?account=prod&region=cn-hangzhou')).json();
  expect(cells).toHaveLength(1);
  const truth = running.emulator.cell('prod', 'cn-hangzhou') ?? expect.unreachable();
  expect(cells[0].enis).toHaveLength(truth.enis.length);
  const { NetworkInterfaceSets } = await (await list()).json();
  expect(cells[0].enis.slice(0, 10)).toEqual(NetworkInterfaceSets.NetworkInterfaceSet);
  const all = await (await control('GET', '/estate')).json();
  expect(all.cells.flatMap((cell: { enis: unknown[] }) => cell.enis)).toHaveLength(300);
});

test('flags', () => {
  expect(parseFlags(['--enis', '10', '--latency', '150', '--qps', '13'])).toMatchObject({
    enis: 10,
    port: 4010,
    settings: { latencyMs: 150, qps: 13, throttleWindow: 'minute' },
  });
  expect(parseFlags([])).not.toHaveProperty('vSwitches');
  expect(parseFlags(['--vswitches', '3'])).toMatchObject({ vSwitches: 3 });
  for (const args of [
    ['--vswitches', '0'],
    ['--enis', 'many'],
    ['--port', '65536'],
    ['--throttle-window', 'hour'],
    ['--what'],
    ['--enis', '-1'],
  ]) {
    expect(() => parseFlags(args)).toThrow(args[0] === '--what' ? 'what' : /must|argument/);
  }
});
