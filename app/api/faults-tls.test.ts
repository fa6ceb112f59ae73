import tls from 'node:tls';
import { describe, expect, it, vi } from 'vitest';
import { selfSigned } from '@/emulator/certificate.test-kit';
import { page, problem, serveApi, server } from './api.test-kit';

/** Makes this process trust a certificate, as NODE_EXTRA_CA_CERTS would. */
function trust(cert: string): void {
  const connect = tls.connect as (options: tls.ConnectionOptions) => tls.TLSSocket;
  vi.spyOn(tls, 'connect').mockImplementation(((options: tls.ConnectionOptions) =>
    connect({ ...options, ca: cert })) as typeof tls.connect);
}

describe.each([
  ['nobody vouches for', {}, false],
  ['has expired', { days: -1 }, true],
  ["is another host's", { host: 'other.example' }, true],
])('F6: an endpoint whose certificate %s', (_, options, isTrusted) => {
  const certificate = selfSigned(options);
  serveApi({ enis: 200, tls: certificate });

  it('is a problem that is not tried again, and nothing is read from it', async () => {
    if (isTrusted) trust(certificate.cert);
    const connections = vi.spyOn(tls, 'connect');
    const { status, body, text } = await problem('limit=10');
    expect(status).toBe(502);
    expect(body).toMatchObject({ code: 'upstream_tls', account: 'prod', region: 'cn-hangzhou' });
    expect(connections).toHaveBeenCalledTimes(1);
    expect(connections.mock.calls[0]?.[0]).not.toMatchObject({ rejectUnauthorized: false });
    expect(text).not.toMatch(/PRIVATE|CERT/);
    expect(server().emulator.calls.list()).toEqual([]);
  });
});

describe('F6: an endpoint whose certificate is good', () => {
  const certificate = selfSigned();
  serveApi({ enis: 200, tls: certificate });

  it('answers as soon as the certificate is trusted', async () => {
    expect((await problem('limit=10')).body.code).toBe('upstream_tls');
    trust(certificate.cert);
    expect((await page('limit=10')).body.items).toHaveLength(10);
  });
});
