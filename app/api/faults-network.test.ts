import dns from 'node:dns';
import type { LookupFunction } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { GET as readiness } from '../readyz/route';
import { emulator, page, pass, problem, sample, serveApi, server, stopClock } from './api.test-kit';

const RETRIES = 'eni_atlas_retries_total{action="DescribeNetworkInterfaces"}';

describe('the way to the cloud fails', () => {
  serveApi({ enis: 200, env: { ENI_ATLAS_CACHE_TTL: '15' } });

  it('F1: a refused connection is tried three times; rows that are known stand in, and say how old they are', async () => {
    stopClock();
    const known = (await page('limit=10')).body;
    pass(40);
    await server().close();
    const stale = await page('limit=10');
    expect(stale.status).toBe(200);
    expect(stale.body.items).toEqual(known.items);
    expect(stale.body.caveats).toEqual([
      {
        code: 'stale',
        account: 'prod',
        region: 'cn-hangzhou',
        because: 'upstream_unreachable',
        ageSeconds: 40,
      },
    ]);
    const failed = 'eni_atlas_upstream_requests_total{action="DescribeNetworkInterfaces",region="cn-beijing"';
    const unknown = await problem('region=cn-beijing&limit=10');
    expect(unknown).toMatchObject({
      status: 502,
      body: { code: 'upstream_unreachable', region: 'cn-beijing' },
    });
    expect(await sample(`${failed},outcome="upstream_unreachable"}`)).toBe(3);
    await server().reopen();
    expect((await page('region=cn-beijing&limit=10')).body.items).toHaveLength(10);
  });

  it.each(['reset', 'resetMidBody'] as const)(
    'F4, F5: %s is tried again, and nobody sees it',
    async (effect) => {
      const before = await sample(RETRIES);
      emulator().faults.set([{ effect, times: 1 }]);
      const { status, body } = await page('limit=10');
      expect(status).toBe(200);
      expect(body.items).toHaveLength(10);
      expect(body).toMatchObject({ failures: [], caveats: [] });
      expect(await sample(RETRIES)).toBe(before + 1);
      expect((await page('limit=20')).body.items).toHaveLength(20);
    },
  );
});

describe('the name of the endpoint', () => {
  serveApi({ enis: 200, endpoint: (url) => url.replace('127.0.0.1', 'eni-atlas.invalid') });

  /** Makes the name resolve this way: to an error, or to this machine. */
  function resolveTo(...results: (string | null)[]) {
    return vi.spyOn(dns, 'lookup').mockImplementation(((_, options, done) => {
      const code = results.length > 1 ? results.shift() : results[0];
      if (code) return done(Object.assign(new Error(`getaddrinfo ${code}`), { code }), '', 4);
      if (options.all) return done(null, [{ address: '127.0.0.1', family: 4 }]);
      done(null, '127.0.0.1', 4);
    }) as LookupFunction as typeof dns.lookup);
  }

  it('F2: that does not exist is a problem after three look-ups at most, and no reason to restart', async () => {
    const lookups = vi.spyOn(dns, 'lookup');
    const { status, body } = await problem('limit=10');
    expect(status).toBe(502);
    expect(body).toMatchObject({ code: 'upstream_dns', account: 'prod', region: 'cn-hangzhou' });
    expect(lookups.mock.calls.length).toBeGreaterThan(0);
    expect(lookups.mock.calls.length).toBeLessThanOrEqual(3);
    expect(readiness(new Request('http://localhost/readyz')).status).toBe(200);
    resolveTo(null);
    expect((await page('limit=10')).body.items).toHaveLength(10);
  });

  it('F3: that cannot be looked up for a moment is tried again', async () => {
    // A connection that is kept needs no look-up.
    await server().close();
    await server().reopen();
    const before = await sample(RETRIES);
    const lookups = resolveTo('EAI_AGAIN', null);
    expect((await page('limit=10')).body.items).toHaveLength(10);
    expect(lookups).toHaveBeenCalledTimes(2);
    // One for the look-up; one more if only a try showed that a kept connection was closed.
    expect(await sample(RETRIES)).toBeGreaterThan(before);
    expect((await page('limit=10')).status).toBe(200);
  });
});
