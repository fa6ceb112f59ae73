import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createSdk, HANGZHOU } from './contract-sdk';
import { startEmulator } from './server';

const running = await startEmulator({ seed: 7, enis: 600 });
const { call, failure } = createSdk(running.url);
const cell = running.emulator.cell('prod', 'cn-hangzhou') ?? expect.unreachable();

afterEach(() => running.emulator.reset());
afterAll(() => running.close());

const GROUPS = 'DescribeSecurityGroups';
const INSTANCES = 'DescribeInstances';
type Row = Record<string, string>;
const groupsOf = (body: { SecurityGroups: { SecurityGroup: Row[] } }) => body.SecurityGroups.SecurityGroup;
const instancesOf = (body: { Instances: { Instance: Row[] } }) => body.Instances.Instance;

describe('DescribeSecurityGroups', () => {
  test('knows every group that an ENI is in, by a JSON array of up to 100 ids', async () => {
    const ids = [...new Set(cell.enis.flatMap((eni) => eni.securityGroupIds))].slice(0, 100);
    const body = await call(GROUPS, { ...HANGZHOU, MaxResults: 100, SecurityGroupIds: JSON.stringify(ids) });
    expect(body.NextToken).toBeFalsy();
    expect(body.TotalCount).toBeUndefined();
    const rows = groupsOf(body);
    expect(rows.map((row) => row.SecurityGroupId)).toEqual([...ids].sort().reverse());
    const names = new Map(cell.securityGroups.map(({ id, name }) => [id, name]));
    for (const row of rows) expect(row.SecurityGroupName).toBe(names.get(row.SecurityGroupId ?? ''));
  });

  test('leaves unknown ids out, and keeps to a VPC and to a name', async () => {
    const [vpc] = cell.vpcs;
    const unknown = JSON.stringify(['sg-none']);
    expect(groupsOf(await call(GROUPS, { ...HANGZHOU, SecurityGroupIds: unknown }))).toEqual([]);
    expect(groupsOf(await call(GROUPS, { ...HANGZHOU, VpcId: vpc?.id }))).toHaveLength(6);
    const named = { ...HANGZHOU, VpcId: vpc?.id, SecurityGroupName: 'web-公网入口' };
    expect(groupsOf(await call(GROUPS, named))).toMatchObject([{ SecurityGroupName: 'web-公网入口' }]);
  });

  test('a walk by NextToken gives each once; pages by number go to fifty', async () => {
    const ids: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const body = await call(GROUPS, { ...HANGZHOU, MaxResults: 10, NextToken });
      ids.push(...groupsOf(body).map((row) => row.SecurityGroupId));
      NextToken = body.NextToken || undefined;
    } while (NextToken);
    expect(ids).toHaveLength(cell.securityGroups.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await call(GROUPS, { ...HANGZHOU, PageSize: 50 })).toMatchObject({ TotalCount: ids.length });
  });

  test.each([
    ['101 ids', { SecurityGroupIds: JSON.stringify(Array.from({ length: 101 }, () => 'sg-1')) }],
    ['ids that are no JSON array', { SecurityGroupIds: 'sg-1,sg-2' }],
    ['a page of 51', { PageSize: 51 }],
  ])('refuses %s', async (_what, query) => {
    expect(await failure(GROUPS, { ...HANGZHOU, ...query })).toMatchObject({ statusCode: 400 });
  });
});

test('DescribeInstances takes ids as a JSON array, and leaves out those it does not know', async () => {
  const [first, second] = cell.instances;
  const InstanceIds = JSON.stringify([first?.id, 'i-none', second?.id]);
  const rows = instancesOf(await call(INSTANCES, { ...HANGZHOU, InstanceIds, MaxResults: 100 }));
  expect(rows.map((row) => [row.InstanceId, row.InstanceName])).toEqual([
    [first?.id, first?.name],
    [second?.id, second?.name],
  ]);
  expect(await failure(INSTANCES, { ...HANGZHOU, InstanceIds: first?.id })).toMatchObject({
    statusCode: 400,
  });
});

test.each([
  ['no-security-groups', GROUPS, 'ecs:DescribeSecurityGroups', '2014-05-26'],
  ['no-names', GROUPS, 'ecs:DescribeSecurityGroups', '2014-05-26'],
  ['no-names', INSTANCES, 'ecs:DescribeInstances', '2014-05-26'],
  ['no-names', 'DescribeVSwitches', 'vpc:DescribeVSwitches', '2016-04-28'],
  ['no-names', 'DescribeVpcs', 'vpc:DescribeVpcs', '2016-04-28'],
])('the key %s may not call %s', async (key, action, granted, version) => {
  const denied = await failure(action, HANGZHOU, { key, version });
  expect(denied).toMatchObject({ code: 'Forbidden.RAM', statusCode: 403 });
  expect(denied.accessDeniedDetail.AuthAction).toBe(granted);
});
