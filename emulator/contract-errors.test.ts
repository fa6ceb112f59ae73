import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createSdk, HANGZHOU, LIST, rowsOf } from './contract-sdk';
import { startEmulator } from './server';

const running = await startEmulator({ seed: 7 });
const { send, call, failure } = createSdk(running.url);

afterEach(() => running.emulator.reset());
afterAll(() => running.close());

describe('keys', () => {
  test.each([
    ['nobody', 'InvalidAccessKeyId.NotFound', 404],
    ['inactive', 'InvalidAccessKeyId.Inactive', 400],
    ['denied', 'Forbidden.RAM', 403],
    ['denied-plain', 'Forbidden.RAM', 403],
    ['throttled', 'Throttling.User', 400],
    ['sts', 'MissingSecurityToken', 400],
  ])('%s: %s', async (key, code, statusCode) => {
    expect(await failure(LIST, HANGZHOU, { key })).toMatchObject({ code, statusCode });
  });

  test.each([
    ['sts-expired', 'InvalidSecurityToken.Expired', 'expired'],
    ['sts-expired-parameter', 'InvalidParameter', 'SecurityToken.Expired'],
  ])('%s with its token: %s', async (key, code, message) => {
    const error = await failure(LIST, HANGZHOU, { key, securityToken: `emulator-${key}-token` });
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
  });

  test('an STS key with its token is served', async () => {
    const body = await call(LIST, HANGZHOU, { key: 'sts', securityToken: 'emulator-sts-token' });
    expect(rowsOf(body)).toHaveLength(10);
  });

  test('a denial names the action to grant', async () => {
    const { accessDeniedDetail } = await failure(LIST, HANGZHOU, { key: 'denied' });
    expect(accessDeniedDetail.AuthAction).toBe('ecs:DescribeNetworkInterfaces');
    expect((await failure(LIST, HANGZHOU, { key: 'denied-plain' })).accessDeniedDetail).toBeFalsy();
  });

  test('a denied region leaves the others', async () => {
    const denied = await failure(LIST, { RegionId: 'cn-shanghai' }, { key: 'no-shanghai' });
    expect(denied.code).toBe('Forbidden.RAM');
    expect(rowsOf(await call(LIST, HANGZHOU, { key: 'no-shanghai' }))).toHaveLength(10);
  });
});

describe('faults and throttling', () => {
  test('more calls a second than allowed are refused until the next minute', async () => {
    running.emulator.change({ qps: 2, switches: { retryAfterHeader: true } });
    const results = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(() => send(LIST, HANGZHOU)));
    expect(results.filter((result) => result.status === 'rejected').length).toBeGreaterThanOrEqual(3);
    const error = await failure(LIST, HANGZHOU);
    expect(error).toMatchObject({
      name: 'ThrottlingError',
      code: 'Throttling.User',
      retryAfter: expect.any(Number),
    });
    expect(rowsOf(await call(LIST, { RegionId: 'cn-beijing' }))).toHaveLength(10);
  });

  test.each([
    ['html502', {}, { name: 'SyntaxError' }],
    ['nullBody', {}, null],
    ['reset', {}, { code: 'ECONNRESET' }],
    ['resetMidBody', {}, { code: 'ECONNRESET' }],
    ['error', { code: 'ServiceUnavailable', status: 503 }, { code: 'ServiceUnavailable', statusCode: 503 }],
    ['throttle', { retryAfterMs: 1200 }, { code: 'Throttling.User', retryAfter: 1200 }],
  ] as const)('%s, twice', async (effect, options, expected) => {
    running.emulator.faults.add([{ match: { action: LIST }, times: 2, effect, ...options }]);
    for (const _ of [1, 2]) {
      if (expected) expect(await failure(LIST, HANGZHOU)).toMatchObject(expected);
      else expect((await send(LIST, HANGZHOU)).body).toBe('null');
    }
    expect(rowsOf(await call(LIST, HANGZHOU))).toHaveLength(10);
    expect(running.emulator.calls.list().map((entry) => entry.fault)).toEqual([effect, effect, null]);
  });
});
