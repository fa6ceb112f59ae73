import { describe, expect, it } from 'vitest';
import { DOCUMENTED_ERRORS } from '@/emulator/error-table';
import { CLOUD_ERROR_CODES, CLOUD_ERRORS, cloudErrorKey } from '@/lib/eni/cloud-errors';
import { PROBLEMS } from '@/lib/eni/problem';
import messages from '@/lib/i18n/en.json';
import { callsTo, emulator, page, problem, sample, serveApi } from './api.test-kit';

const OPEN = 'eni_atlas_breaker_open{region="cn-hangzhou"}';

describe('an error of the error table', () => {
  serveApi({ enis: 200, env: { ENI_ATLAS_CACHE_TTL: '15' } });

  it('can be had of the emulator, each of the 27', () => {
    expect(CLOUD_ERROR_CODES).toHaveLength(27);
    expect(Object.keys(DOCUMENTED_ERRORS)).toEqual(CLOUD_ERROR_CODES);
  });

  it.each(CLOUD_ERROR_CODES)('%s says what happened and what to do, and is asked once', async (code) => {
    emulator().faults.set([{ effect: 'error', code }]);
    const { status, body, text } = await problem('limit=10');
    const { title, next } = messages.cloudError[cloudErrorKey(code)];
    const expected = CLOUD_ERRORS[code];
    expect(status).toBe(PROBLEMS[expected]);
    expect(body).toMatchObject({ code: expected, upstreamCode: code, detail: `${title}. ${next}` });
    expect(body.upstreamRequestId).toMatch(/^[0-9A-F-]{36}$/);
    expect(text).not.toContain(DOCUMENTED_ERRORS[code]?.message);
    expect(callsTo('cn-hangzhou').map((call) => [call.status, call.code])).toEqual([
      [DOCUMENTED_ERRORS[code]?.status, code],
    ]);
  });

  it('is told of no action to grant where granting does not help', async () => {
    const actionOf = async (code: string) => {
      emulator().faults.set([{ effect: 'error', code }]);
      return (await problem('limit=10')).body.action;
    };
    expect(await actionOf('Forbidden.SubUser')).toBe('ecs:DescribeNetworkInterfaces');
    expect(await actionOf('Forbidden.NotSupportRAM')).toBeUndefined();
    expect(await actionOf('InvalidUserType.NotSupported')).toBeUndefined();
  });

  it('never counts against the cloud: after all of them in a row the next call is made', async () => {
    for (const code of [...CLOUD_ERROR_CODES, 'Novel.Code']) {
      emulator().faults.set([{ effect: 'error', code, ...(code === 'Novel.Code' && { status: 400 }) }]);
      await problem('limit=10');
    }
    emulator().faults.set([]);
    expect(await sample(OPEN)).toBe(0);
    expect((await page('limit=10')).body.items).toHaveLength(10);
  });

  it('is told of every region that it came from', async () => {
    const match = { region: 'cn-beijing' };
    emulator().faults.set([{ effect: 'error', code: 'MaxEniCountExceeded', match }]);
    const { body } = await page('region=cn-hangzhou,cn-beijing&limit=100');
    expect(body.failures).toMatchObject([
      { region: 'cn-beijing', problem: { code: 'cloud_quota', upstreamCode: 'MaxEniCountExceeded' } },
    ]);
  });
});

describe('a code in no table', () => {
  serveApi({ enis: 200 });

  it.each([
    [400, 'Novel.Code', 'upstream_unknown', 1],
    [403, 'QuotaExceed.Novel', 'cloud_quota', 1],
    [500, 'Novel.Code', 'upstream_error', 3],
  ])('with status %s, %s, is %s, asked %s times', async (status, code, expected, times) => {
    emulator().faults.set([{ effect: 'error', code, status }]);
    expect((await problem('limit=10')).body).toMatchObject({ code: expected, upstreamCode: code });
    expect(callsTo('cn-hangzhou')).toHaveLength(times);
  });
});

describe('reading on', () => {
  serveApi({ enis: 2400 });

  it('ends in the error itself, which is no expired token, and goes on where it was', async () => {
    const { cursor, items } = (await page('limit=100')).body;
    const next = `limit=100&cursor=${encodeURIComponent(cursor ?? '')}`;
    emulator().faults.set([{ effect: 'error', code: 'InvalidOperation.VpcMismatch' }]);
    expect(await problem(next)).toMatchObject({ status: 502, body: { code: 'upstream_rejected' } });
    emulator().faults.set([]);
    const rest = (await page(next)).body.items;
    expect(rest.filter(({ id }) => items.some((eni) => eni.id === id))).toEqual([]);
  });
});
