import { describe, expect, it } from 'vitest';
import type { Accounts, EniDetail, EnisCount, Regions } from '@/lib/eni/page';
import { ask } from '@/lib/server/test-upstream.test-kit';
import { emulator, idsOf, page, routes, serveApi, walk } from './api.test-kit';

serveApi();

describe('GET /api/enis/count', () => {
  const countOf = async (query: string) =>
    (await ask<EnisCount>(routes().count.GET, `/api/enis/count?${query}`)).body;

  it('counts what the API can count, over the whole scope', async () => {
    const all = idsOf(await walk('region=cn-hangzhou,cn-beijing&limit=2000')).length;
    expect(await countOf('region=cn-hangzhou,cn-beijing')).toMatchObject({ total: all, toRead: all });
    expect((await countOf('status=Available')).total).toBe(
      idsOf(await walk('status=Available&limit=2000')).length,
    );
  });

  it('says null where the API cannot', async () => {
    expect((await countOf('sg=sg-1')).total).toBeNull();
    expect(await countOf('tag=env:prod')).toMatchObject({ total: null, toRead: null });
    const filtered = await countOf('zone=cn-hangzhou-h');
    expect(filtered.total).toBeNull();
    expect(filtered.toRead).toBeGreaterThan(0);
    expect((await countOf('account=denied')).total).toBeNull();
  });
});

describe('the other routes', () => {
  it('GET /api/enis/{id} gives one ENI, 404 for an unknown one, 400 for what is no id', async () => {
    const eni = (await page('limit=1')).body.items[0];
    const id = eni?.id ?? '';
    expect(
      (await ask<EniDetail>(routes().detail.GET, `/api/enis/${id}?account=prod&region=cn-hangzhou`, { id }))
        .body,
    ).toEqual(eni);
    expect(await ask(routes().detail.GET, '/api/enis/eni-no', { id: 'eni-no' })).toMatchObject({
      status: 404,
      body: { code: 'eni_not_found' },
    });
    expect(await ask(routes().detail.GET, '/api/enis/x', { id: '<b>' })).toMatchObject({
      status: 400,
      body: { code: 'malformed', field: 'id' },
    });
    expect(await ask(routes().detail.GET, `/api/enis/${id}?raw=yes`, { id })).toMatchObject({
      status: 400,
      body: { code: 'not_boolean', field: 'raw' },
    });
    expect(await ask(routes().detail.GET, `/api/enis/${id}?status=InUse`, { id })).toMatchObject({
      status: 400,
      body: { code: 'unknown_parameter' },
    });
  });

  it('GET /api/enis/{id} looks through a scope of several, and says when a part of it could not be read', async () => {
    const id = (await page('account=prod&region=cn-beijing&limit=1')).body.items[0]?.id ?? '';
    const scope = 'account=staging,prod&region=cn-hangzhou,cn-beijing';
    expect(
      (await ask<EniDetail>(routes().detail.GET, `/api/enis/${id}?${scope}`, { id })).body,
    ).toMatchObject({
      id,
      account: 'prod',
      region: 'cn-beijing',
    });
    const denied = await ask(routes().detail.GET, '/api/enis/eni-no?account=prod,denied', { id: 'eni-no' });
    expect(denied).toMatchObject({ status: 403, body: { code: 'cloud_forbidden', account: 'denied' } });
  });

  it('GET /api/accounts names the default', async () => {
    const { body } = await ask<Accounts>(routes().accounts.GET, '/api/accounts');
    expect(body.items[0]).toEqual({
      name: 'prod',
      default: true,
      defaultRegion: 'cn-hangzhou',
      regions: null,
      profile: 'prod',
    });
  });

  it('GET /api/regions has names in both languages', async () => {
    const { body } = await ask<Regions>(routes().regions.GET, '/api/regions?account=staging');
    expect(body.source).toBe('api');
    expect(body.items.find(({ id }) => id === 'cn-hangzhou')).toMatchObject({
      names: { en: 'China (Hangzhou)', zh: '华东1（杭州）' },
      default: true,
    });
    expect(await ask(routes().regions.GET, '/api/regions?account=nobody')).toMatchObject({
      status: 404,
      body: { code: 'unknown_account' },
    });
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const)(
    '%s is 405 and calls nothing',
    async (method) => {
      for (const route of [
        routes().enis,
        routes().count,
        routes().detail,
        routes().accounts,
        routes().regions,
      ]) {
        const response = route[method](new Request('http://localhost/api/enis', { method }));
        expect(response.status).toBe(405);
        expect(response.headers.get('allow')).toBe('GET');
      }
      expect(emulator().calls.list()).toEqual([]);
    },
  );

  it('answers a problem for a path that it does not have', async () => {
    const { GET } = await import('./[...path]/route');
    expect(await ask(GET, '/api/nope', { path: 'nope' })).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
  });
});
