import { describe, expect, it } from 'vitest';
import { type VSwitches, vSwitchesSchema } from '@/lib/eni/vswitch';
import { ask } from '@/lib/server/test-upstream.test-kit';
import { emulator, page, routes, serveApi } from './api.test-kit';

serveApi();

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
