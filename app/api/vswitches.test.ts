import { describe, expect, it } from 'vitest';
import { type VSwitches, vSwitchesSchema } from '@/lib/eni/vswitch';
import { ask, forgetTraffic } from '@/lib/server/test-upstream.test-kit';
import { emulator, page, routes, serveApi } from './api.test-kit';

serveApi({ profiles: ['prod', 'staging', 'no-vpc', 'no-vpc-names', 'no-reservations', 'audit'] });

const get = (query: string) => ask<VSwitches>(routes().vSwitches.GET, `/api/vswitches?${query}`);
const problem = (query: string) => ask(routes().vSwitches.GET, `/api/vswitches?${query}`);

describe('GET /api/vswitches', () => {
  it('gives every vSwitch of a scope with its VPC, in the shape of its schema', async () => {
    const { status, body } = await get('account=prod,staging&region=cn-hangzhou,cn-beijing');
    expect(status).toBe(200);
    expect(vSwitchesSchema.parse(body)).toEqual(body);
    expect(body.scope).toEqual({ accounts: ['prod', 'staging'], regions: ['cn-hangzhou', 'cn-beijing'] });
    expect(body).toMatchObject({ failures: [], caveats: [] });
    const keys = body.items.map(({ account, region, id }) => `${account}/${region}/${id}`);
    expect(new Set(keys).size).toBe(keys.length);
    const vpcs = new Map(body.vpcs.map((vpc) => [`${vpc.account}/${vpc.id}`, vpc]));
    for (const { account, vpcId, vpcName } of body.items)
      expect(vpcs.get(`${account}/${vpcId}`)?.name ?? null).toBe(vpcName);
    expect(body.vpcs.some((vpc) => vpc.secondaryCidrBlocks.length > 0)).toBe(true);
    expect(body.items.some((vSwitch) => vSwitch.ipv6CidrBlock !== null)).toBe(true);
    expect(body.items.every(({ ownerId }) => /^\d{16}$/.test(ownerId ?? ''))).toBe(true);
  });

  it('knows the vSwitch of every ENI, one shared by another account too', async () => {
    const [vSwitches, enis] = await Promise.all([get('account=staging'), page('account=staging&limit=2000')]);
    const ids = new Set(vSwitches.body.items.map(({ id }) => id));
    expect(enis.body.items.filter(({ vSwitchId }) => !ids.has(vSwitchId ?? ''))).toEqual([]);
    expect(vSwitches.body.items.some(({ shared }) => shared)).toBe(true);
  });

  it('keeps to the VPCs that are named, and asks the cloud for one alone', async () => {
    const all = (await get('account=prod')).body.items;
    const [one = '', two = ''] = [...new Set(all.map(({ vpcId }) => vpcId ?? ''))];
    expect((await get(`vpc=${one},${two}`)).body.items).toEqual(
      all.filter(({ vpcId }) => vpcId === one || vpcId === two),
    );
    emulator().calls.reset();
    expect((await get(`vpc=${one}`)).body.items).toEqual(all.filter(({ vpcId }) => vpcId === one));
    const asked = emulator()
      .calls.list()
      .filter(({ action }) => action === 'DescribeVSwitches');
    expect(asked).toHaveLength(1);
  });

  it('names the action that is not allowed, and does without the names of VPCs', async () => {
    expect(await problem('account=no-vpc')).toMatchObject({
      status: 403,
      body: { code: 'cloud_forbidden', action: 'vpc:DescribeVSwitches' },
    });
    const { status, body } = await get('account=no-vpc-names');
    expect(status).toBe(200);
    expect(body.items.length).toBeGreaterThan(0);
    expect(body).toMatchObject({
      vpcs: [],
      caveats: [{ code: 'vpcs_unknown', account: 'no-vpc-names', action: 'vpc:DescribeVpcs' }],
    });
  });

  it('gives the CIDR blocks that vSwitches keep for prefixes, of IPv4 and of IPv6', async () => {
    const { status, body } = await get('account=audit');
    expect(status).toBe(200);
    expect(vSwitchesSchema.parse(body)).toEqual(body);
    expect(body.caveats).toEqual([]);
    const names = new Map(body.items.map(({ id, name }) => [id, name]));
    const vpcId = body.vpcs.find(({ name }) => name === 'audit-core')?.id;
    const kept = body.reservations.map((row) => [names.get(row.vSwitchId ?? ''), row.ipVersion, row.name]);
    expect(kept).toEqual([
      ['pods-主集群', 'IPv4', 'pods-prefix-段'],
      ['prefix-reserved-前缀预留', 'IPv4', 'exhausted-已耗尽'],
      ['prefix-reserved-前缀预留', 'IPv4', 'roomy-有余量'],
      ['dual-stack-双栈', 'IPv6', 'ipv6-前缀'],
    ]);
    expect(body.reservations[1]).toMatchObject({
      account: 'audit',
      region: 'cn-hangzhou',
      id: expect.stringMatching(/^vcr-/),
      vpcId,
      cidrBlock: '10.65.34.0/24',
      type: 'prefix',
      status: 'Assigned',
    });
  });

  it('asks for reserved blocks once for a region, and for those of IPv6 where a vSwitch has IPv6', async () => {
    const calls = () =>
      emulator()
        .calls.list()
        .filter(({ action }) => action === 'ListVSwitchCidrReservations')
        .map(({ params }) => params.IpVersion);
    const { vpcs } = (await get('account=audit')).body;
    expect(calls()).toEqual(['IPv4', 'IPv6']);
    forgetTraffic();
    emulator().calls.reset();
    const gaps = vpcs.find(({ name }) => name?.startsWith('audit-gaps'))?.id;
    expect((await get(`account=audit&vpc=${gaps}`)).body.reservations).toEqual([]);
    expect(calls()).toEqual(['IPv4']);
  });

  it('reads reserved blocks to the end, past an empty page, and not round in circles', async () => {
    emulator().faults.add([
      { match: { action: 'ListVSwitchCidrReservations' }, times: 1, effect: 'emptyPage' },
    ]);
    expect((await get('account=audit')).body.reservations).toHaveLength(4);
    forgetTraffic();
    emulator().change({ switches: { tokenOnLastPage: true, repeatToken: true } });
    expect((await get('account=audit')).body.reservations).toHaveLength(4);
  });

  it('does without reserved blocks where they are denied or broken, and says so', async () => {
    const unknown = {
      code: 'reservations_unknown',
      region: 'cn-hangzhou',
      action: 'vpc:ListVSwitchCidrReservations',
    };
    const denied = await get('account=no-reservations');
    expect(denied.body.items.length).toBeGreaterThan(0);
    expect(denied.body).toMatchObject({
      reservations: [],
      failures: [],
      caveats: [{ ...unknown, account: 'no-reservations', because: 'cloud_forbidden' }],
    });
    for (const params of [{ IpVersion: 'IPv4' }, { IpVersion: 'IPv6' }]) {
      forgetTraffic();
      const match = { action: 'ListVSwitchCidrReservations', params };
      emulator().faults.set([{ match, effect: 'truncatedJson' }]);
      const broken = await get('account=audit');
      expect(broken.body.items.length).toBeGreaterThan(0);
      expect(broken.body).toMatchObject({ reservations: [], caveats: [{ ...unknown, account: 'audit' }] });
    }
  });

  it('gives what answers, and why the rest does not', async () => {
    const { status, body } = await get('account=prod,no-vpc&region=cn-hangzhou');
    expect(status).toBe(200);
    expect(new Set(body.items.map(({ account }) => account))).toEqual(new Set(['prod']));
    expect(body.failures).toMatchObject([
      { account: 'no-vpc', region: 'cn-hangzhou', problem: { code: 'cloud_forbidden' } },
    ]);
  });

  it('refuses filters, limits and a VPC that is no id', async () => {
    expect(await problem('status=InUse')).toMatchObject({
      status: 400,
      body: { code: 'unknown_parameter', field: 'status', allowed: ['account', 'region', 'vpc'] },
    });
    expect(await problem('-vpc=vpc-1')).toMatchObject({ status: 400, body: { field: '-vpc' } });
    expect(await problem('limit=5')).toMatchObject({
      status: 400,
      body: { field: 'limit', allowed: ['account', 'region', 'vpc'] },
    });
    expect(await problem('vpc=<b>')).toMatchObject({ status: 400, body: { field: 'vpc' } });
    expect(emulator().calls.list()).toEqual([]);
  });
});
