import { describe, expect, it, vi } from 'vitest';
import { MOST_NAME_IDS, NAME_KINDS, type Names, nameIdsOf, namesSchema } from '@/lib/eni/names';
import { ask } from '@/lib/server/test-upstream.test-kit';
import { callsTo, emulator, page, routes, serveApi } from './api.test-kit';

serveApi({ profiles: ['prod', 'staging', 'no-instances', 'no-security-groups', 'no-vpc-names', 'no-names'] });

const get = (query: string, account = 'prod') =>
  ask<Names>(routes().names.GET, `/api/names?account=${account}&region=cn-hangzhou&${query}`);
const problem = (query: string) => ask(routes().names.GET, `/api/names?${query}`);

const cell = () => emulator().cell('prod', 'cn-hangzhou') ?? expect.unreachable();
const callsOf = (action: string) => callsTo('cn-hangzhou').filter((call) => call.action === action);

/** A few ids of each kind, with the names that the estate has for them. */
function some() {
  const { vpcs, vSwitches, instances, securityGroups } = cell();
  const lists = { vpc: vpcs, vswitch: vSwitches, instance: instances, sg: securityGroups };
  return NAME_KINDS.flatMap((kind) =>
    lists[kind].slice(0, 7).map(({ id, name }) => ({ kind, id, name: name || null })),
  );
}

function queryOf(items: readonly { kind: string; id: string }[]): string {
  return NAME_KINDS.map(
    (kind) =>
      `${kind}=${items
        .filter((item) => item.kind === kind)
        .map(({ id }) => id)
        .join()}`,
  ).join('&');
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

describe('GET /api/names', () => {
  it('names ids of every kind, those without a name too, in the shape of its schema', async () => {
    const wanted = some();
    const { status, body } = await get(queryOf(wanted));
    expect(status).toBe(200);
    expect(namesSchema.parse(body)).toEqual(body);
    expect(body.items.sort(byId)).toEqual(wanted.sort(byId));
    expect(body.items.some(({ name }) => name === null)).toBe(true);
    expect(body).toMatchObject({ unavailable: [], refused: [] });
  });

  it('names all that the ENIs of an account have', async () => {
    const { items } = (await page('account=staging&region=cn-hangzhou&limit=60')).body;
    const ids = new Map(NAME_KINDS.map((kind) => [kind, new Set<string>()]));
    for (const eni of items)
      for (const kind of NAME_KINDS) for (const id of nameIdsOf(eni)[kind]) ids.get(kind)?.add(id);
    const query = [...ids].map(([kind, some]) => `${kind}=${[...some].slice(0, MOST_NAME_IDS)}`).join('&');
    const { body } = await get(query, 'staging');
    for (const [kind, some] of ids)
      expect(new Set(body.items.filter((item) => item.kind === kind).map(({ id }) => id))).toEqual(some);
  });

  it('leaves out what does not exist, and what cannot be of the kind without asking', async () => {
    const [instance] = cell().instances;
    const { status, body } = await get(
      `instance=i-none,${instance?.id},vpc-1&vpc=vpc-none&vswitch=vsw-none&sg=sg-0****1`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ items: [{ kind: 'instance', id: instance?.id }], unavailable: [] });
    expect(callsOf('DescribeInstances').map(({ params }) => params.InstanceIds)).toEqual([
      JSON.stringify([instance?.id, 'i-none'].sort()),
    ]);
    expect(callsOf('DescribeSecurityGroups')).toEqual([]);
  });

  it('answers the others where one cannot be an id, and names that one', async () => {
    const [vpc] = cell().vpcs;
    const long = `i-${'a'.repeat(63)}`;
    const { status, body } = await get(`vpc=${vpc?.id}&instance=${long},i-none&sg=<b>`);
    expect(status).toBe(200);
    expect(namesSchema.parse(body)).toEqual(body);
    expect(body.items.map(({ id }) => id)).toEqual([vpc?.id]);
    expect(body.refused).toEqual([
      { kind: 'instance', id: long },
      { kind: 'sg', id: '<b>' },
    ]);
  });

  it('takes a hundred ids of a kind in as few calls as the actions allow', async () => {
    const instances = cell().instances.slice(0, 100);
    const vpcs = Array.from({ length: 41 }, (_, at) => `vpc-${at}`);
    const { body } = await get(`instance=${instances.map(({ id }) => id)}&vpc=${vpcs}`);
    expect(body.items).toHaveLength(instances.length);
    expect(callsOf('DescribeInstances')).toHaveLength(1);
    expect(callsOf('DescribeVpcs')).toHaveLength(3);
  });

  it('asks for one vSwitch by its id, for many by the list of the region', async () => {
    const all = cell().vSwitches;
    const last = all.at(-1)?.id;
    await get(`vswitch=${last}`);
    expect(callsOf('DescribeVSwitches').map(({ params }) => params.VSwitchId)).toEqual([last]);
    emulator().calls.reset();
    const { body } = await get(`vswitch=${all.map(({ id }) => id).slice(0, 100)}`);
    expect(body.items).toHaveLength(Math.min(100, all.length));
    expect(callsOf('DescribeVSwitches').length).toBe(Math.ceil(all.length / 50));
  });

  it('reads on past short pages', async () => {
    emulator().change({ switches: { shortPages: true } });
    const wanted = some().filter(({ kind }) => kind === 'sg' || kind === 'instance');
    const ids = (kind: string) => wanted.filter((item) => item.kind === kind).map(({ id }) => id);
    const { body } = await get(`instance=${ids('instance')}&sg=${ids('sg')}`);
    expect(body.items.sort(byId)).toEqual(wanted.sort(byId));
  });

  it.each([
    ['no-instances', ['ecs:DescribeInstances']],
    ['no-security-groups', ['ecs:DescribeSecurityGroups']],
    ['no-vpc-names', ['vpc:DescribeVpcs']],
    [
      'no-names',
      ['vpc:DescribeVpcs', 'vpc:DescribeVSwitches', 'ecs:DescribeInstances', 'ecs:DescribeSecurityGroups'],
    ],
  ])('as %s names what it may and says which action to grant', async (account, actions) => {
    const wanted = some();
    const { status, body } = await get(queryOf(wanted), account);
    expect(status).toBe(200);
    expect(namesSchema.parse(body)).toEqual(body);
    expect(body.unavailable.map(({ action }) => action)).toEqual(actions);
    expect(body.unavailable.every(({ code }) => code === 'cloud_forbidden')).toBe(true);
    const denied = body.unavailable.map(({ kind }) => kind);
    expect(body.items.sort(byId)).toEqual(wanted.filter(({ kind }) => !denied.includes(kind)).sort(byId));
  });

  it('gives what answers where a kind fails, and ENIs are read all the same', async () => {
    emulator().faults.set([{ match: { action: 'DescribeSecurityGroups' }, effect: 'error', times: 99 }]);
    const wanted = some();
    for (let round = 0; round < 3; round += 1) {
      const { status, body } = await get(queryOf(wanted));
      expect(status).toBe(200);
      expect(body.unavailable).toMatchObject([{ kind: 'sg', action: 'ecs:DescribeSecurityGroups' }]);
      expect(body.items).toHaveLength(wanted.filter(({ kind }) => kind !== 'sg').length);
    }
    expect((await page('account=prod&region=cn-hangzhou&limit=10')).status).toBe(200);
  });

  it('waits eight seconds for a kind that hangs', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    emulator().faults.set([{ match: { action: 'DescribeVpcs' }, effect: 'hang', times: 99 }]);
    const asked = get(queryOf(some()));
    await vi.waitFor(() => expect(callsOf('DescribeSecurityGroups')).toHaveLength(1), { timeout: 5000 });
    await vi.advanceTimersByTimeAsync(8_100);
    expect((await asked).body.unavailable).toEqual([
      { kind: 'vpc', action: 'vpc:DescribeVpcs', code: 'upstream_timeout' },
    ]);
  });

  it('names a lot for who exports, a batch a call', async () => {
    const [{ namesOf }, { cutScope }] = await Promise.all([
      import('@/lib/server/names'),
      import('@/lib/server/scope'),
    ]);
    const trace = { requestId: 'r', signal: new AbortController().signal, calls: [] };
    const place = await cutScope({ accounts: ['prod'], regions: ['cn-hangzhou'] }, 'every');
    const all = cell().instances.slice(0, 250);
    const names = await namesOf(place, { instance: all.map(({ id }) => id) }, trace);
    expect(names.items).toHaveLength(all.length);
    expect(callsOf('DescribeInstances')).toHaveLength(Math.ceil(all.length / 100));
  });

  it.each([
    ['account=prod&region=cn-hangzhou&status=InUse', 'unknown_parameter', 'status'],
    ['account=prod&region=cn-hangzhou&vpc=vpc-1&limit=5', 'unknown_parameter', 'limit'],
    ['account=prod&region=cn-hangzhou&-vpc=vpc-1', 'unknown_parameter', '-vpc'],
    ['account=prod&region=cn-hangzhou&vpc=<b>', 'malformed', 'vpc'],
    ['account=prod&region=cn-hangzhou&vpc=', 'missing_parameter', 'vpc'],
    ['account=prod&region=cn-hangzhou', 'missing_parameter', undefined],
    ['account=prod,staging&region=cn-hangzhou&vpc=vpc-1', 'too_many', 'account'],
    ['account=all&region=cn-hangzhou&vpc=vpc-1', 'too_many', 'account'],
    ['account=prod&region=all&vpc=vpc-1', 'too_many', 'region'],
    ['account=prod&region=nowhere-1&vpc=vpc-1', 'unknown_region', 'region'],
    [
      `account=prod&region=cn-hangzhou&sg=${Array.from({ length: 101 }, (_, at) => `sg-${at}`)}`,
      'too_many',
      'sg',
    ],
  ])('refuses %s', async (query, code, field) => {
    const { status, body } = await problem(query);
    expect(status).toBe(400);
    expect(body.code).toBe(code);
    expect(body.field).toBe(field);
    expect(emulator().calls.list()).toEqual([]);
  });
});
