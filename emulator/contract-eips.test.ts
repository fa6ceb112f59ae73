import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createSdk, HANGZHOU } from './contract-sdk';
import { formatIpv4 } from './estate/addresses';
import { startEmulator } from './server';

const running = await startEmulator({ seed: 7, enis: 2400 });
const { call, failure } = createSdk(running.url);
const cellOf = (account: string, region: string) =>
  running.emulator.cell(account, region) ?? expect.unreachable();
const cell = cellOf('prod', 'cn-hangzhou');

afterEach(() => running.emulator.reset());
afterAll(() => running.close());

const LIST = 'DescribeEipAddresses';
const vpc = { version: '2016-04-28' };
type Row = Record<string, string>;
const rowsOf = (body: { EipAddresses: { EipAddress: Row[] } }) => body.EipAddresses.EipAddress;
const get = (query: Record<string, unknown>, key = 'prod') =>
  call(LIST, { ...HANGZHOU, ...query }, { ...vpc, key });

/** An EIP of an ENI that meets the condition. */
function eipOf(wished: (eni: (typeof cell.enis)[number], index: number) => boolean) {
  for (const eni of cell.enis)
    for (const eip of eni.eips)
      if (wished(eni, eip.index)) return { eni, eip, at: formatIpv4(eni.addresses[eip.index] ?? 0) };
  return expect.unreachable();
}

describe('DescribeEipAddresses', () => {
  test('says by an address that it is on an instance, and on which private address', async () => {
    const { eni, eip, at } = eipOf(({ type }, index) => type === 'Primary' && index === 0);
    const body = await get({ EipAddress: eip.address });
    expect(body).toMatchObject({ TotalCount: 1, PageNumber: 1, PageSize: 10 });
    expect(rowsOf(body)).toMatchObject([
      {
        IpAddress: eip.address,
        AllocationId: eip.allocationId,
        Status: 'InUse',
        InstanceType: 'EcsInstance',
        InstanceId: eni.instance?.id,
        PrivateIpAddress: at,
      },
    ]);
  });

  test('says by an allocation id that it is on a secondary address of an ENI', async () => {
    const { eni, eip, at } = eipOf((_, index) => index > 0);
    expect(rowsOf(await get({ AllocationId: eip.allocationId }))).toMatchObject([
      { IpAddress: eip.address, InstanceType: 'NetworkInterface', InstanceId: eni.id, PrivateIpAddress: at },
    ]);
  });

  test('knows those of NAT gateways, of load balancers and of nothing, which are on no ENI', async () => {
    const shown = new Set(cell.enis.flatMap(({ eips }) => eips.map(({ address }) => address)));
    for (const type of ['Nat', 'SlbInstance'] as const) {
      const eip = cell.looseEips.find(({ boundTo }) => boundTo?.type === type);
      const rows = rowsOf(await get({ AssociatedInstanceType: type, PageSize: 100 }));
      expect(rows.find(({ IpAddress }) => IpAddress === eip?.address)).toMatchObject({
        InstanceId: eip?.boundTo?.id,
        PrivateIpAddress: '',
      });
      expect(rows.some(({ IpAddress = '' }) => shown.has(IpAddress))).toBe(false);
    }
    const unbound = rowsOf(await get({ Status: 'Available' }));
    expect(unbound.length).toBeGreaterThan(0);
    for (const row of unbound) expect(row).toMatchObject({ InstanceId: '', InstanceType: '' });
  });

  test('knows nothing of other regions and accounts, nor of an address that is no EIP', async () => {
    const [staging] = cellOf('staging', 'cn-beijing').looseEips;
    expect(rowsOf(await get({ EipAddress: staging?.address }))).toEqual([]);
    expect(
      rowsOf(await get({ EipAddress: staging?.address, RegionId: 'cn-beijing' }, 'staging')),
    ).toHaveLength(1);
    expect(rowsOf(await get({ EipAddress: '10.0.0.7' }))).toEqual([]);
    expect(rowsOf(await get({ RegionId: 'cn-shanghai' }))).toHaveLength(1);
    expect(rowsOf(await get({}, 'empty'))).toEqual([]);
  });

  test('its pages together have every EIP once', async () => {
    const addresses: (string | undefined)[] = [];
    let total = 0;
    for (let PageNumber = 1; PageNumber === 1 || addresses.length < total; PageNumber += 1) {
      const body = await get({ PageNumber, PageSize: 20 });
      total = body.TotalCount;
      addresses.push(...rowsOf(body).map(({ IpAddress }) => IpAddress));
    }
    const onEnis = cell.enis.reduce((sum, { eips }) => sum + eips.length, 0);
    expect(new Set(addresses).size).toBe(onEnis + cell.looseEips.length);
    expect(addresses).toHaveLength(total);
  });

  test.each([
    ['a page of 101', { PageSize: 101 }],
    ['a status that there is not', { Status: 'Busy' }],
    ['no region', { RegionId: undefined }],
  ])('refuses %s', async (_what, query) => {
    expect(await failure(LIST, { ...HANGZHOU, ...query }, vpc)).toMatchObject({ statusCode: 400 });
  });

  test.each(['no-eips', 'enis-only-prod'])('the key %s may not call it', async (key) => {
    const denied = await failure(LIST, HANGZHOU, { ...vpc, key });
    expect(denied).toMatchObject({ code: 'Forbidden.RAM', statusCode: 403 });
    expect(denied.accessDeniedDetail.AuthAction).toBe('vpc:DescribeEipAddresses');
  });
});

test('no ENI has a tag that names a pod: pod ENIs have those of their cluster, and of who made them', () => {
  const members = cell.enis.filter(({ type }) => type === 'Member');
  expect(members.length).toBeGreaterThan(0);
  for (const { tags } of members)
    expect(tags).toEqual(
      expect.arrayContaining([
        { key: 'ack.aliyun.com', value: expect.stringMatching(/^c/) },
        { key: 'creator', value: 'terway-controller' },
      ]),
    );
  expect(cell.enis.flatMap(({ tags }) => tags).filter(({ key }) => key.includes('pod'))).toEqual([]);
});
