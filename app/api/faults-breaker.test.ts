import { expect, it } from 'vitest';
import { callsTo, emulator, page, pass, problem, sample, serveApi, stopClock } from './api.test-kit';

serveApi({ enis: 200, env: { ENI_ATLAS_CACHE_TTL: '15' } });

const OPEN = 'eni_atlas_breaker_open{region="cn-hangzhou"}';

it('F17: after five failures in a row nobody is kept waiting, until one call that is let through succeeds', async () => {
  stopClock();
  const known = (await page('limit=10')).body;
  emulator().calls.reset();
  emulator().faults.set([{ effect: 'error', match: { region: 'cn-hangzhou' } }]);
  expect((await problem('limit=11')).body.code).toBe('upstream_error');
  expect((await problem('limit=12')).body.code).toBe('upstream_error');
  expect(callsTo('cn-hangzhou')).toHaveLength(5);
  expect(await sample(OPEN)).toBe(1);

  const started = performance.now();
  const refused = await Promise.all(Array.from({ length: 20 }, (_, i) => problem(`limit=${i + 20}`)));
  expect((performance.now() - started) / refused.length).toBeLessThan(200);
  for (const { status, body } of refused)
    expect([status, body.code, body.retryAfter]).toEqual([503, 'circuit_open', 10]);
  expect(callsTo('cn-hangzhou')).toHaveLength(5);
  expect((await page('region=cn-beijing&limit=10')).body.items).toHaveLength(10);

  pass(16);
  emulator().change({ latencyMs: 50 });
  const [stale, other] = await Promise.all([page('limit=10'), problem('limit=13')]);
  expect(stale.body.items).toEqual(known.items);
  expect(stale.body.caveats).toMatchObject([{ code: 'stale', ageSeconds: 16 }]);
  expect(other.status).toBe(503);
  expect(callsTo('cn-hangzhou')).toHaveLength(6);

  emulator().faults.set([]);
  expect((await problem('limit=13')).body.code).toBe('circuit_open');
  pass(10);
  expect((await page('limit=13')).body).toMatchObject({ caveats: [], failures: [] });
  expect((await page('limit=10')).body.caveats).toEqual([]);
  expect(callsTo('cn-hangzhou')).toHaveLength(8);
  expect(await sample(OPEN)).toBe(0);
});
