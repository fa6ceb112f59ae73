import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createSdk, HANGZHOU, LIST, rowsOf } from './contract-sdk';
import { startEmulator } from './server';

const running = await startEmulator({ seed: 7 });
const { send, call, failure } = createSdk(running.url);

afterEach(() => running.emulator.reset());
afterAll(() => running.close());

async function walk(query: Record<string, unknown>): Promise<string[]> {
  const ids: string[] = [];
  let NextToken: string | undefined;
  do {
    const body = await call(LIST, { ...HANGZHOU, MaxResults: 500, ...query, NextToken });
    ids.push(...rowsOf(body).map((row) => row.NetworkInterfaceId));
    NextToken = body.NextToken || undefined;
  } while (NextToken);
  return ids;
}

const hangzhou = () => running.emulator.cell('prod', 'cn-hangzhou') ?? expect.unreachable();

describe('DescribeNetworkInterfaces', () => {
  test('answers with the envelope, headers and content type of the cloud', async () => {
    const { body, headers, statusCode } = await send(LIST, HANGZHOU);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('application/json;charset=utf-8');
    const parsed = JSON.parse(body);
    expect(parsed.RequestId).toMatch(/^[0-9A-F-]{36}$/);
    expect(headers['x-acs-request-id']).toBe(parsed.RequestId);
    expect(parsed).toMatchObject({ PageNumber: 1, PageSize: 10, TotalCount: hangzhou().enis.length });
    expect(rowsOf(parsed)).toHaveLength(10);
  });

  test.each([
    [undefined, 10],
    [1, 10],
    [10, 10],
    [37, 37],
    [500, 500],
    [9999, 500],
  ])('MaxResults %s gives %i rows', async (MaxResults, rows) => {
    expect(
      rowsOf(await call(LIST, { ...HANGZHOU, MaxResults, NextToken: MaxResults ? undefined : '' })),
    ).toHaveLength(rows);
  });

  test('a walk gives every ENI once', async () => {
    const ids = await walk({});
    expect(new Set(ids)).toEqual(new Set(hangzhou().enis.map((eni) => eni.id)));
    expect(ids).toHaveLength(hangzhou().enis.length);
  });

  test('TotalCount is wrong in token mode and right in page mode', async () => {
    expect((await call(LIST, { ...HANGZHOU, MaxResults: 100 })).TotalCount).not.toBe(hangzhou().enis.length);
    expect((await call(LIST, { ...HANGZHOU, PageSize: 1 })).TotalCount).toBe(hangzhou().enis.length);
  });

  test('tag and resource group filters stop at 1,000', async () => {
    const Tag = [{ Key: 'env', Value: 'prod' }];
    const tagged = hangzhou().enis.filter((eni) =>
      eni.tags.some((tag) => tag.key === 'env' && tag.value === 'prod'),
    );
    expect(tagged.length).toBeGreaterThan(1000);
    expect(await walk({ Tag })).toHaveLength(1000);
    expect((await call(LIST, { ...HANGZHOU, Tag, PageSize: 1 })).TotalCount).toBe(1000);
    const group = hangzhou().enis.find((eni) => eni.resourceGroupId.startsWith('rg-aek2'))?.resourceGroupId;
    expect((await walk({ ResourceGroupId: group })).length).toBeLessThanOrEqual(1000);
  });

  test('a group filter brings the default group along', async () => {
    const ids = new Set(await walk({ ResourceGroupId: 'rg-nobody' }));
    const wanted = hangzhou().enis.filter((eni) =>
      ['', hangzhou().defaultResourceGroupId].includes(eni.resourceGroupId),
    );
    expect(ids).toEqual(new Set(wanted.map((eni) => eni.id)));
  });

  test('SecurityGroupId finds no primary ENI; DescribeInstances does', async () => {
    const primary = hangzhou().enis.find((eni) => eni.type === 'Primary') ?? expect.unreachable();
    const [SecurityGroupId] = primary.securityGroupIds;
    expect(await walk({ SecurityGroupId })).not.toContain(primary.id);
    const found = await call('DescribeInstances', { ...HANGZHOU, SecurityGroupId, MaxResults: 100 });
    expect(found.Instances.Instance[0].NetworkInterfaces.NetworkInterface[0].Type).toBe('Primary');
  });

  test('PrivateIpAddress finds secondary addresses only, PrimaryIpAddress primary ones', async () => {
    const { formatIpv4 } = await import('./estate/addresses');
    const eni = hangzhou().enis.find((candidate) => candidate.addresses.length > 2) ?? expect.unreachable();
    const [first, second] = eni.addresses.map(formatIpv4);
    expect(await walk({ PrivateIpAddress: [second] })).toContain(eni.id);
    expect(await walk({ PrivateIpAddress: [first] })).not.toContain(eni.id);
    expect(await walk({ PrimaryIpAddress: first })).toContain(eni.id);
  });

  test('names are exact, and Chinese survives the signature', async () => {
    expect(await walk({ NetworkInterfaceName: '支付网关-生产-07' })).not.toHaveLength(0);
    expect(await walk({ NetworkInterfaceName: "支付网关-生产-0*!'()~" })).toEqual([]);
    expect(await walk({ NetworkInterfaceName: '支付网关-生产-07', Type: '', Status: '' })).not.toHaveLength(
      0,
    );
  });

  test('a ServiceID above 2^53 keeps its digits', async () => {
    const { body } = await send(LIST, { ...HANGZHOU, ServiceManaged: true, MaxResults: 500 });
    expect(body).toContain('"ServiceID":9007199254740993123');
  });

  test('GET works too', async () => {
    expect(
      rowsOf(await call(LIST, { ...HANGZHOU, Tag: [{ Key: '业务线' }] }, { method: 'GET' })),
    ).not.toHaveLength(0);
  });

  const manyIds = Array.from({ length: 101 }, (_, index) => `eni-${index}`);
  const manyTags = Array.from({ length: 21 }, (_, index) => ({ Key: `k${index}` }));
  test.each([
    ['an unknown Type', { Type: 'Trunk' }, 'InvalidParameter'],
    ['an unknown Status', { Status: 'Frozen' }, 'InvalidParameter'],
    ['101 ids', { NetworkInterfaceId: manyIds }, 'InvalidParameter'],
    ['101 addresses', { PrivateIpAddress: manyIds }, 'InvalidParameter'],
    ['21 tags', { Tag: manyTags }, 'InvalidParameter'],
    ['a foreign token', { NextToken: 'AAAA+/==' }, 'InvalidParameter'],
    ['no region', { RegionId: undefined }, 'MissingParameter'],
    ['a region that is none', { RegionId: 'mars-1' }, 'InvalidRegionId.MalFormed'],
  ])('refuses %s', async (_name, query, code) => {
    expect(await failure(LIST, { ...HANGZHOU, ...query })).toMatchObject({ code, statusCode: 400 });
  });

  test('a token is good for its own filters and region only, and not for ever', async () => {
    const { NextToken } = await call(LIST, { ...HANGZHOU, MaxResults: 10 });
    expect(NextToken).toMatch(/\+.*=$|\/.*=$/);
    expect(rowsOf(await call(LIST, { ...HANGZHOU, MaxResults: 10, NextToken }))).toHaveLength(10);
    const invalid = { code: 'InvalidParameter', message: expect.stringContaining('NextToken') };
    expect(await failure(LIST, { ...HANGZHOU, Status: 'InUse', MaxResults: 10, NextToken })).toMatchObject(
      invalid,
    );
    expect(await failure(LIST, { RegionId: 'cn-beijing', MaxResults: 10, NextToken })).toMatchObject(invalid);
    running.emulator.change({ switches: { tokenErrorCode: 'InvalidParameter.NextToken' }, clockSkewMs: 0 });
    running.emulator.tokenEpoch += 1;
    const expired = await failure(LIST, { ...HANGZHOU, MaxResults: 10, NextToken });
    expect(expired.code).toBe('InvalidParameter.NextToken');
  });
});

describe('other actions', () => {
  test('DescribeNetworkInterfaceAttribute gives one flat ENI, and 404 for an unknown one', async () => {
    const trunk = hangzhou().enis.find((eni) => eni.type === 'Trunk') ?? expect.unreachable();
    const body = await call('DescribeNetworkInterfaceAttribute', {
      ...HANGZHOU,
      NetworkInterfaceId: trunk.id,
    });
    expect(body).toMatchObject({ NetworkInterfaceId: trunk.id, Type: 'Trunk' });
    expect(body.Attachment.MemberNetworkInterfaceIds.MemberNetworkInterfaceId.length).toBeGreaterThan(0);
    const error = await failure('DescribeNetworkInterfaceAttribute', {
      ...HANGZHOU,
      NetworkInterfaceId: 'eni-none',
    });
    expect(error).toMatchObject({ code: 'InvalidEniId.NotFound', statusCode: 404 });
  });

  test('DescribeRegions speaks Chinese unless asked otherwise', async () => {
    expect((await call('DescribeRegions', {})).Regions.Region[0].LocalName).toBe('华东1（杭州）');
    const english = await call('DescribeRegions', { AcceptLanguage: 'en-US' });
    expect(english.Regions.Region[0].LocalName).toBe('China (Hangzhou)');
  });

  test('ListTagResources goes past the thousand', async () => {
    const ids = new Set<string>();
    let NextToken: string | undefined;
    do {
      const body = await call('ListTagResources', {
        ...HANGZHOU,
        ResourceType: 'eni',
        Tag: [{ Key: 'env', Value: 'prod' }],
        NextToken,
      });
      for (const row of body.TagResources.TagResource) ids.add(row.ResourceId);
      NextToken = body.NextToken || undefined;
    } while (NextToken);
    expect(ids.size).toBeGreaterThan(1000);
  });

  test('VPC actions page by number, ten at a time, fifty at most', async () => {
    const vpc = { version: '2016-04-28' };
    const vSwitches = await call('DescribeVSwitches', HANGZHOU, vpc);
    expect(vSwitches).toMatchObject({ PageSize: 10, TotalCount: hangzhou().vSwitches.length });
    expect(vSwitches.VSwitches.VSwitch).toHaveLength(10);
    expect(vSwitches.VSwitches.VSwitch[0].OwnerId).toBe(1203956018837412);
    expect(await failure('DescribeVSwitches', { ...HANGZHOU, PageSize: 51 }, vpc)).toMatchObject({
      statusCode: 400,
    });
    const vpcs = await call('DescribeVpcs', HANGZHOU, vpc);
    expect(vpcs.Vpcs.Vpc.length).toBe(hangzhou().vpcs.length);
    expect(await failure('DescribeVpcs', HANGZHOU)).toMatchObject({
      code: 'InvalidAction.NotFound',
      statusCode: 404,
    });
  });
});
