import { describe, expect, it } from 'vitest';
import { callsTo, emulator, page, pass, problem, sample, serveApi, stopClock } from './api.test-kit';

const action = 'DescribeNetworkInterfaces';
const THROTTLED = `eni_atlas_throttled_total{action="${action}",region="cn-hangzhou"}`;

describe('the cloud throttles', () => {
  serveApi({ enis: 200, env: { ENI_ATLAS_CACHE_TTL: '15' } });

  it('F13: once, and says for how long: that is sat out, and nobody sees it', async () => {
    const before = await sample(THROTTLED);
    emulator().faults.set([{ effect: 'throttle', times: 1, retryAfterMs: 1000 }]);
    const started = performance.now();
    const { status, body } = await page('limit=10');
    expect(performance.now() - started).toBeGreaterThan(990);
    expect([status, body.items.length, body.caveats]).toEqual([200, 10, []]);
    expect(callsTo('cn-hangzhou').map(({ code }) => code)).toEqual(['Throttling.User', null]);
    expect(await sample(THROTTLED)).toBe(before + 1);
    expect((await page('limit=20')).status).toBe(200);
  });

  it('F14: for the rest of the minute: 429 or known rows at once, and not a call before it has passed', async () => {
    stopClock();
    emulator().change({ callsPerMinute: 2 });
    const known = (await page('limit=10')).body;
    expect((await page('limit=11')).status).toBe(200);
    expect((await problem('limit=12')).body).toMatchObject({ code: 'upstream_throttled', retryAfter: 30 });
    const calls = callsTo('cn-hangzhou').length;

    pass(20);
    const started = performance.now();
    const refused = await problem('limit=13');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    const stale = await page('limit=10');
    expect(performance.now() - started).toBeLessThan(2000);
    expect(stale.body.items).toEqual(known.items);
    const where = { account: 'prod', region: 'cn-hangzhou' };
    expect(stale.body.caveats).toEqual([
      { code: 'stale', ...where, because: 'upstream_throttled', ageSeconds: 20 },
    ]);
    expect(callsTo('cn-hangzhou')).toHaveLength(calls);
    expect((await page('region=cn-beijing&limit=10')).status).toBe(200);

    pass(10);
    expect((await page('limit=10')).body).toMatchObject({ caveats: [], failures: [] });
    expect(callsTo('cn-hangzhou')).toHaveLength(calls + 1);
  });

  it('F15: a hundred who ask the same at once are one call', async () => {
    emulator().change({ latencyMs: 100 });
    const pages = await Promise.all(Array.from({ length: 100 }, () => page('limit=10')));
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(pages.map(({ body }) => JSON.stringify(body.items))).size).toBe(1);
    expect(callsTo('cn-hangzhou')).toHaveLength(1);
    expect((await page('limit=20')).status).toBe(200);
  });
});

describe('many ask for many things', () => {
  serveApi({ enis: 200, env: { ENI_ATLAS_RATE: '20', ENI_ATLAS_CONCURRENCY: '2' } });

  it('F16: no more calls at once, and in any second, than may be; who would wait too long is told', async () => {
    await page('limit=10');
    emulator().calls.reset();
    emulator().change({ latencyMs: 60 });
    const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => problem(`eni=eni-${i}`)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(answers.length - refused.length).toBeGreaterThan(40);
    expect(refused.length).toBeGreaterThan(20);
    for (const { status, body, headers } of refused) {
      expect([status, body.code]).toEqual([429, 'queue_full']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }

    const calls = callsTo('cn-hangzhou').map(({ at, ms }) => ({
      from: Date.parse(at) - ms,
      to: Date.parse(at),
    }));
    expect(calls).toHaveLength(answers.length - refused.length);
    for (const { from } of calls) {
      expect(calls.filter((other) => other.from <= from && from < other.to).length).toBeLessThanOrEqual(2);
      expect(
        calls.filter((other) => other.from <= from && from < other.from + 1000).length,
      ).toBeLessThanOrEqual(22);
    }
    expect((await page('limit=10')).status).toBe(200);
  });
});
