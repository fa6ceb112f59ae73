import { describe, expect, it, vi } from 'vitest';
import { callsTo, emulator, page, pass, problem, serveApi, stopClock } from './api.test-kit';

serveApi({ enis: 600, env: { ENI_ATLAS_CACHE_TTL: '15' } });

const message =
  'Specified signature is not matched. server string to sign is:POST&%2F&AccessKeyId=emulator-prod-key';

describe('the cloud refuses', () => {
  it.each([
    ['F20', 'Forbidden.RAM', 403, 403, 'cloud_forbidden'],
    ['F20', 'Forbidden.SubUser', 400, 403, 'cloud_forbidden'],
    ['F21', 'InvalidAccessKeyId.NotFound', 404, 502, 'cloud_credentials_invalid'],
    ['F21', 'Abs.InvalidAccount.NotFound', 403, 502, 'cloud_credentials_invalid'],
    ['F22', 'SignatureDoesNotMatch', 400, 502, 'cloud_signature'],
  ])(
    '%s: %s is asked once, and known rows do not hide it',
    async (_, code, upstreamStatus, status, expected) => {
      stopClock();
      await page('limit=10');
      pass(20);
      emulator().calls.reset();
      emulator().faults.set([{ effect: 'error', code, status: upstreamStatus, message }]);
      const { log } = await import('@/lib/server/log/log');
      const logged = (['info', 'warn', 'error'] as const).map((level) => vi.spyOn(log, level));
      const answer = await problem('limit=10');
      expect(answer.status).toBe(status);
      expect(answer.body).toMatchObject({ code: expected, upstreamCode: code, account: 'prod' });
      expect(answer.body.upstreamRequestId).toMatch(/^[0-9A-F-]{36}$/);
      expect(answer.body.action).toBe(
        expected === 'cloud_forbidden' ? 'ecs:DescribeNetworkInterfaces' : undefined,
      );
      expect(callsTo('cn-hangzhou')).toHaveLength(1);
      for (const text of [answer.text, JSON.stringify(logged.map((spy) => spy.mock.calls))])
        expect(text).not.toMatch(/emulator-|string to sign/);
      emulator().faults.set([]);
      expect((await page('limit=10')).body).toMatchObject({ caveats: [], failures: [] });
    },
  );

  it('F25: a clock that is twenty minutes slow is named, and by how much', async () => {
    emulator().change({ clockSkewMs: 20 * 60_000 });
    const { status, body } = await problem('limit=10');
    expect([status, body.code]).toEqual([502, 'clock_skew']);
    expect(body.detail).toMatch(/^The server's clock is 1(199|200|201) s behind Alibaba Cloud's\./);
    emulator().change({ clockSkewMs: 0 });
    expect((await page('limit=10')).status).toBe(200);
  });
});

describe('a part of the scope fails', () => {
  it('F18: one region of all: the others are shown, and it is named with the RequestId', async () => {
    const match = { region: 'cn-beijing' };
    emulator().faults.set([{ effect: 'error', code: 'ServiceUnavailable', status: 503, match }]);
    const { status, body } = await page('region=all&limit=2000');
    expect(status).toBe(200);
    expect(body.scope.regions.length).toBeGreaterThan(3);
    expect(body.scope.regions).toContain('cn-beijing');
    expect(body.failures).toHaveLength(1);
    const upstreamRequestId = expect.stringMatching(/^[0-9A-F-]{36}$/);
    expect(body.failures[0]).toMatchObject({
      account: 'prod',
      region: 'cn-beijing',
      problem: { code: 'upstream_error', upstreamCode: 'ServiceUnavailable', upstreamRequestId },
    });
    const read = new Set(body.items.map(({ region }) => region));
    expect([...read].sort()).toEqual(['ap-southeast-1', 'cn-hangzhou']);
    emulator().faults.set([]);
    expect((await page('region=cn-beijing&limit=10')).body.items).toHaveLength(10);
  });

  it('F19: every region: one problem names them all', async () => {
    const scope = 'region=cn-hangzhou,cn-beijing,ap-southeast-1&limit=100';
    emulator().faults.set([{ effect: 'error', code: 'ServiceUnavailable', status: 503 }]);
    const { status, body } = await problem(scope);
    expect([status, body.code]).toEqual([502, 'upstream_error']);
    expect(body.failures?.map(({ region, code }) => `${region} ${code}`).sort()).toEqual([
      'ap-southeast-1 upstream_error',
      'cn-beijing upstream_error',
      'cn-hangzhou upstream_error',
    ]);
    emulator().faults.set([]);
    expect((await page(scope)).body.items).toHaveLength(100);
  });

  it.each([
    [undefined, 403, 'cloud_forbidden'],
    ['cn-beijing', 502, 'upstream_error'],
  ])(
    'F19, F20: a scope is forbidden only where all of it is (%s fails otherwise)',
    async (region, status, code) => {
      const denied = { effect: 'error', code: 'Forbidden.RAM', status: 403 } as const;
      emulator().faults.set(region ? [{ effect: 'error', match: { region } }, denied] : [denied]);
      const answer = await problem('region=cn-hangzhou,cn-beijing');
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.body.failures).toHaveLength(2);
    },
  );
});
