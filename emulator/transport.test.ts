import { get } from 'node:http';
import { get as getOverTls } from 'node:https';
import { createGunzip } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { selfSigned } from './certificate.test-kit';
import type { FaultRule } from './faults';
import { type RunningEmulator, startEmulator } from './server';

let running: RunningEmulator;

beforeAll(async () => {
  running = await startEmulator({ enis: 50 });
});
afterEach(() => running.emulator.reset());
afterAll(() => running.close());

/** An unsigned call: the answer says so, but a fault of the transport still applies to it. */
async function meet(fault: FaultRule, options: RequestInit = {}): Promise<Response> {
  running.emulator.faults.set([fault]);
  return fetch(running.url, { method: 'POST', ...options });
}

test('a gzip that is cut off half-way has no end of JSON in it', async () => {
  const response = await meet({ effect: 'truncatedGzip' });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  const text = await response.text();
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
});

test('a gzip bomb is a thousandth of what it becomes', async () => {
  let sent = 0;
  const inflated = await new Promise<number>((resolve, reject) => {
    running.emulator.faults.set([{ effect: 'gzipBomb', megabytes: 50 }]);
    get(running.url, { agent: false }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        sent += chunk.length;
      });
      const inflating = response.pipe(createGunzip());
      inflating.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      inflating.once('end', () => resolve(bytes)).once('error', reject);
    });
  });
  expect(inflated).toBe(50_000_000);
  expect(sent).toBeLessThan(inflated / 500);
});

test('a flood has the size that is asked for', async () => {
  expect((await (await meet({ effect: 'flood', megabytes: 3 })).arrayBuffer()).byteLength).toBe(3_000_000);
});

test.each(['hang', 'slowDrip', 'flood', 'gzipBomb'] as const)(
  '%s ends when its reader goes',
  async (effect) => {
    const gone = new AbortController();
    const answer = meet({ effect, ms: 10_000 }, { signal: gone.signal }).catch(() => null);
    await vi.waitFor(() => expect(running.waiting()).toBe(1));
    gone.abort();
    await answer;
    await vi.waitFor(() => expect(running.waiting()).toBe(0));
  },
);

test('a closed emulator refuses connections until it is reopened', async () => {
  await running.close();
  await expect(fetch(`${running.url}/_emulator/keys`)).rejects.toThrow();
  await running.reopen();
  expect((await fetch(`${running.url}/_emulator/keys`)).status).toBe(200);
});

function askOver(tls: RunningEmulator, ca?: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    getOverTls(`${tls.url}/_emulator/keys`, { agent: false, ...(ca && { ca }) }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once('error', reject);
  });
}

test.each([
  ['nobody vouches for', {}, false, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['has expired', { days: -1 }, true, 'CERT_HAS_EXPIRED'],
  ['is another host’s', { host: 'other.example' }, true, 'ERR_TLS_CERT_ALTNAME_INVALID'],
])('HTTPS with a certificate that %s', async (_, options, isTrusted, code) => {
  const certificate = selfSigned(options);
  const tls = await startEmulator({ enis: 50, tls: certificate });
  await expect(askOver(tls, isTrusted ? certificate.cert : undefined)).rejects.toMatchObject({ code });
  await tls.close();
});

test('HTTPS with a certificate that is good', async () => {
  const certificate = selfSigned();
  const tls = await startEmulator({ enis: 50, tls: certificate });
  expect(await askOver(tls, certificate.cert)).toBe(200);
  await tls.close();
});
