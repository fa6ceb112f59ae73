import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callsTo, emulator, page, routes, serveApi, walk } from './api.test-kit';
import { get, grant, serverModules } from './grants.test-kit';

const REGIONS = ['cn-hangzhou', 'cn-beijing', 'ap-southeast-1'];
serveApi({ profiles: ['prod', 'staging'], enis: 600, env: { ENI_ATLAS_REGIONS: REGIONS.join() } });

let server: Awaited<ReturnType<typeof serverModules>>;
beforeAll(async () => {
  server = await serverModules();
});
afterEach(() => server.withoutSignIn());

const asPerson = () => server.askedBy(server.PERSON);
const withoutIds = (text: string) => text.replace(/"requestId":"[^"]*"/, '');

describe('B109: an account that is not granted is one that does not exist', () => {
  it.each([
    ['as the only account', 'enis', '/api/enis?account=NAME'],
    ['in a list', 'enis', '/api/enis?account=prod,NAME'],
    ['in an id path', 'detail', '/api/enis/eni-bp1x?account=NAME'],
    ['in a count', 'count', '/api/enis/count?account=NAME'],
    ['in an export', 'exported', '/api/enis/export?format=csv&account=NAME'],
    ['in an ask', 'asked', '/api/ask?any=10.0.0.7&account=NAME'],
    ['among vSwitches', 'vSwitches', '/api/vswitches?account=NAME'],
    ['among names', 'names', '/api/names?vpc=vpc-1&account=NAME'],
    ['among regions', 'regions', '/api/regions?account=NAME'],
    ['negated', 'enis', '/api/enis?-account=NAME'],
    ['in any', 'enis', '/api/enis?any=10.0.0.7&account=NAME'],
  ] as const)('%s', async (_, route, path) => {
    server.signIn([grant({ role: 'exporter' })]);
    emulator().calls.reset();
    const [denied, unknown] = [
      await get(route, path.replace('NAME', 'staging'), asPerson(), { id: 'eni-bp1x' }),
      await get(route, path.replace('NAME', 'nobody1'), asPerson(), { id: 'eni-bp1x' }),
    ];
    expect(withoutIds(denied.text)).toBe(withoutIds(unknown.text));
    expect(denied.status).toBe(unknown.status);
    expect(denied.text).not.toContain('staging');
    expect(emulator().calls.list()).toEqual([]);
  });

  it('by the id of what it has', async () => {
    const [eni = expect.unreachable()] = (await page('account=staging&region=cn-hangzhou&limit=10')).body
      .items;
    server.signIn([grant()]);
    emulator().calls.reset();
    const ask = (id: string) => get('detail', `/api/enis/${id}`, asPerson(), { id });
    const [denied, unknown] = [await ask(eni.id), await ask('eni-bp10000000000000000')];
    expect(denied.body).toMatchObject({ status: 404, code: 'eni_not_found' });
    const told = ({ text }: { text: string }) => withoutIds(text).replace(/"upstreamRequestId":"[^"]*"/, '');
    expect(told(denied)).toBe(told(unknown));
    expect(
      emulator()
        .calls.list()
        .filter(({ account }) => account === 'staging'),
    ).toEqual([]);
  });

  it('in a cursor that somebody gave away', async () => {
    const { items, cursor } = (await page('account=staging&region=cn-hangzhou&limit=10')).body;
    expect(items.length).toBe(10);
    server.signIn([grant()]);
    const ask = (account: string) =>
      get('enis', `/api/enis?account=${account}&region=cn-hangzhou&limit=10&cursor=${cursor}`, asPerson());
    const [denied, unknown, own] = [await ask('staging'), await ask('nobody1'), await ask('prod')];
    expect(denied.body).toMatchObject({ status: 404, code: 'unknown_account', allowed: ['prod'] });
    expect(withoutIds(denied.text)).toBe(withoutIds(unknown.text));
    expect(own.body).toMatchObject({ status: 403, code: 'cursor_forbidden' });
  });
});

describe('B110: all is all that one may see', () => {
  it('reads one cell where one region is granted, and says that there is more', async () => {
    server.signIn([grant()]);
    const { status, body } = await get('enis', '/api/enis?account=all&region=all', asPerson());
    expect(status).toBe(200);
    expect(body.scope).toEqual({ accounts: ['prod'], regions: ['cn-hangzhou'], limited: true });
    expect(callsTo('cn-hangzhou').length).toBeGreaterThan(0);
    expect(callsTo('cn-hangzhou')).toHaveLength(emulator().calls.list().length);
    expect(
      emulator()
        .calls.list()
        .every(({ account }) => account === 'prod'),
    ).toBe(true);
  });

  it('says nothing of more where nothing is left out', async () => {
    server.signIn([grant({ accounts: ['*'], regions: ['*'] })]);
    const { body } = await get('enis', '/api/enis?account=all&region=all', asPerson());
    expect(body.scope).toEqual({ accounts: ['prod', 'staging'], regions: REGIONS });
    server.signIn([grant()]);
    const named = await get('enis', '/api/enis?account=prod&region=cn-hangzhou', asPerson());
    expect(named.body.scope).toEqual({ accounts: ['prod'], regions: ['cn-hangzhou'] });
  });

  it.each([
    ['count', '/api/enis/count?region=all'],
    ['asked', '/api/ask?any=10.0.0.7'],
  ] as const)('%s says so too', async (route, path) => {
    server.signIn([grant()]);
    const headers = { ...asPerson().headers, accept: 'application/json' };
    expect((await get(route, path, { headers })).body.limited).toBe(true);
  });

  it('tells of a region by its public name, and asks nobody', async () => {
    server.signIn([grant()]);
    const { body } = await get('enis', '/api/enis?account=prod&region=cn-beijing', asPerson());
    expect(body).toMatchObject({ status: 403, code: 'region_not_granted', region: 'cn-beijing' });
    expect(emulator().calls.list()).toEqual([]);
  });
});

it('F62: a grant that ends ends the reading, whatever of it is left', async () => {
  for (const left of [[], [grant({ accounts: ['staging'] })], [grant({ regions: ['cn-beijing'] })]]) {
    server.signIn([grant({ regions: ['cn-hangzhou', 'cn-beijing'] })]);
    const path = '/api/enis?account=prod&region=all&limit=10';
    const { body } = await get('enis', path, asPerson());
    expect(body.cursor).not.toBeNull();
    server.signIn(left);
    const next = await get('enis', `${path}&cursor=${body.cursor}`, asPerson());
    expect(next.body).toMatchObject({ status: 403, code: 'cursor_forbidden' });
  }
});

describe('roles', () => {
  it('are needed for a file, before its head', async () => {
    server.signIn([grant(), grant({ id: 'x', accounts: ['staging'], role: 'exporter' })]);
    const denied = await get('exported', '/api/enis/export?format=csv&account=prod', asPerson());
    expect(denied.body).toMatchObject({ status: 403, code: 'role_needed', allowed: ['exporter'] });
    expect(emulator().calls.list()).toEqual([]);
    const path = '/api/enis/export?format=ndjson&provenance=false&account=all&region=all';
    const response = await routes().exported.GET(new Request(`http://localhost${path}`, asPerson()), {
      params: Promise.resolve({}),
    });
    const rows = (await response.text()).trim().split('\n');
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows)
      expect(JSON.parse(row)).toMatchObject({ account: 'staging', region: 'cn-hangzhou' });
  });

  it('B108: a token for metrics reads no ENIs, and one that is gone nothing', async () => {
    const token = {
      id: 'k3J9x_Qa',
      name: 'prom',
      sha256: '0'.repeat(64),
      owner: 'net',
      accounts: ['*'],
      regions: ['*'],
      created: '2026-01-01',
      expires: '2126-01-01',
    };
    const asToken = server.askedBy({ kind: 'token', id: token.id });
    server.signIn([], [{ ...token, scopes: ['metrics'] }]);
    expect((await get('enis', '/api/enis', asToken)).status).toBe(403);
    server.signIn([], [{ ...token, scopes: ['read'] }]);
    expect((await get('enis', '/api/enis', asToken)).status).toBe(200);
    server.signIn([], []);
    expect((await get('enis', '/api/enis', asToken)).body).toMatchObject({ code: 'no_grant' });
  });

  it('are nobody’s without the stamp of the guard', async () => {
    server.signIn([grant({ who: ['anyone'] })]);
    expect((await get('enis', '/api/enis')).body).toMatchObject({ status: 401, code: 'signed_out' });
  });
});

it('changes nothing where there is no sign-in', async () => {
  const [first] = await walk('account=all&region=all&limit=2000');
  expect(first?.scope).toEqual({ accounts: ['prod', 'staging'], regions: REGIONS });
});
