import { describe, expect, it } from 'vitest';
import { shortQuery } from '@/lib/search/link/compact';
import { emulator, idsOf, page, problem, serveApi, walk } from './api.test-kit';

serveApi();

describe('GET /api/enis', () => {
  it('names the scope it used, and the cloud request ids', async () => {
    const { status, body, headers } = await page('limit=20');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body.scope).toEqual({ accounts: ['prod'], regions: ['cn-hangzhou'] });
    expect(body.items).toHaveLength(20);
    expect(body.scanned).toBe(20);
    expect(body.upstream[0]?.requestId).toMatch(/^[0-9A-F-]{36}$/);
  });

  it.each([
    ['foo=1', 'foo', 'unknown_parameter'],
    ['limit=0', 'limit', 'out_of_range'],
    ['limit=2001', 'limit', 'out_of_range'],
    ['limit=-1', 'limit', 'out_of_range'],
    ['limit=1e2', 'limit', 'not_integer'],
    ['limit=10.5', 'limit', 'not_integer'],
    ['limit=NaN', 'limit', 'not_integer'],
    ['limit=%D9%A5%D9%A0', 'limit', 'not_integer'],
    ['limit=99999999999999999999', 'limit', 'out_of_range'],
    ['limit=%2050', 'limit', 'not_integer'],
    ['limit=', 'limit', 'not_integer'],
    ['region=cn-nowhere', 'region', 'unknown_region'],
    ['region=', 'region', 'missing_parameter'],
    ['status=inuse', 'status', 'invalid_enum'],
    ['instance=99999', 'instance', 'malformed'],
    ['vswitch=eni-1', 'vswitch', 'malformed'],
    ['pageNumber=1', 'pageNumber', 'unsupported_parameter'],
    ['cursor=garbage', 'cursor', 'cursor_invalid'],
    ['cursor=AAAAAdDWBF2%2B%2F%3D', 'cursor', 'cursor_invalid'],
    [`cursor=${'x'.repeat(10_000)}`, 'cursor', 'cursor_invalid'],
    ['s=2.AAAA', 's', 'malformed'],
    ['s=1.AAAA&limit=10', 's', 'malformed'],
    [`s=1.${'x'.repeat(60_000)}`, 's', 'too_long'],
    [`${shortQuery(`status=InUse&q=${'x'.repeat(2_000)}`)}&limit=10`, 'q', 'too_long'],
    [`${shortQuery(`limit=10&eni=${'eni-1,'.repeat(500)}eni-1`)}&limit=10`, 'limit', 'duplicate_parameter'],
  ])('answers 400 for %s without a call upstream', async (query, field, code) => {
    const { status, headers, body } = await problem(query);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({ code, field, status: 400 });
    expect(body.requestId).toBeTruthy();
    expect(emulator().calls.list()).toEqual([]);
  });

  it.each(['unknown', '__proto__', 'constructor'])('answers 404 for account %s', async (name) => {
    const { status, body } = await problem(`account=${name}`);
    expect([400, 404]).toContain(status);
    if (name !== '__proto__') expect(body.code).toBe('unknown_account');
    expect(emulator().calls.list()).toEqual([]);
  });

  it('gives exactly as many as are asked for where nothing is filtered after reading', async () => {
    for (const limit of [1, 9, 10, 501])
      expect((await page(`limit=${limit}`)).body.items).toHaveLength(limit);
    const sizes = emulator()
      .calls.list()
      .flatMap(({ params }) => (params.MaxResults ? [Number(params.MaxResults)] : []));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10);
  });

  it('answers a packed search as the plain one, and goes on with its cursor', async () => {
    const rows = (await walk('limit=2000&type=Secondary')).flatMap(({ items }) => items).slice(0, 100);
    const known = rows.map(({ id }) => id);
    const unknown = Array.from({ length: 300 }, (_, at) => `eni-unknown-${at}`);
    const plain = `eni=${[...known, ...unknown].join(',')}`;
    const short = shortQuery(plain);
    expect(short.length).toBeLessThan(plain.length);
    const read = (await walk(`${short}&limit=40`)).flatMap(({ items }) => items);
    expect(read.map(({ id }) => id).sort()).toEqual([...known].sort());
    expect((await page(`${plain}&limit=40`)).body.items).toEqual(
      (await page(`limit=40&${short}`)).body.items,
    );
  });

  it('loses and repeats nothing at page sizes that do not divide the upstream page', async () => {
    const all = idsOf(await walk('limit=2000'));
    expect(new Set(all).size).toBe(all.length);
    expect(idsOf(await walk('limit=333'))).toEqual(all);
    expect(idsOf(await walk('limit=9&type=Trunk'))).toEqual(idsOf(await walk('limit=2000&type=Trunk')));
  });

  it('refuses a cursor of another search, and of another account', async () => {
    const { cursor } = (await page('limit=10')).body;
    expect((await problem(`limit=10&status=InUse&cursor=${cursor}`)).body.code).toBe('cursor_mismatch');
    expect(await problem(`limit=10&account=staging&cursor=${cursor}`)).toMatchObject({
      status: 403,
      body: { code: 'cursor_forbidden' },
    });
  });

  it('reads several accounts and regions, and says which failed', async () => {
    const { status, body } = await page('account=prod,denied&region=cn-hangzhou,cn-beijing&limit=50');
    expect(status).toBe(200);
    expect(new Set(body.items.map((eni) => eni.account))).toEqual(new Set(['prod']));
    expect(
      body.failures.map(({ account, region, problem: { code, action } }) => ({
        account,
        region,
        code,
        action,
      })),
    ).toEqual([
      {
        account: 'denied',
        region: 'cn-hangzhou',
        code: 'cloud_forbidden',
        action: 'ecs:DescribeNetworkInterfaces',
      },
      {
        account: 'denied',
        region: 'cn-beijing',
        code: 'cloud_forbidden',
        action: 'ecs:DescribeNetworkInterfaces',
      },
    ]);
  });

  it('reads every region, and every account, for all', async () => {
    const apart: string[] = [];
    for (const account of ['prod', 'staging']) {
      for (const region of ['cn-hangzhou', 'cn-beijing', 'cn-shanghai', 'ap-southeast-1']) {
        apart.push(...idsOf(await walk(`account=${account}&region=${region}&limit=2000`)));
      }
    }
    const together = await walk('account=prod,staging&region=all&limit=700');
    expect(idsOf(together).sort()).toEqual(apart.sort());
    expect(together[0]?.scope.regions).toContain('ap-southeast-1');
  });
});
