import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createSdk, HANGZHOU } from './contract-sdk';
import type { Cell } from './estate/model';
import { startEmulator } from './server';

const running = await startEmulator({ seed: 7, enis: 60 });
const { call, failure } = createSdk(running.url);

afterEach(() => running.emulator.reset());
afterAll(() => running.close());

const owners = () => running.emulator.cell('owners', 'cn-hangzhou') as Cell;

describe('ListIpamDiscoveredIpAddresses', () => {
  const LIST = 'ListIpamDiscoveredIpAddresses';
  const ipam = { version: '2023-02-28', key: 'owners' };
  const query = () => ({
    ...HANGZHOU,
    IpamResourceDiscoveryId: owners().discovery?.id,
    VSwitchId: owners().vSwitches[0]?.id,
  });

  test('walks the addresses of a vSwitch, or of a block of it', async () => {
    const all: string[] = [];
    let NextToken: string | undefined;
    do {
      const body = await call(LIST, { ...query(), MaxResults: 20, NextToken }, ipam);
      all.push(...body.IpamDiscoveredIpAddresses.map((row: { IpAddress: string }) => row.IpAddress));
      NextToken = body.NextToken || undefined;
    } while (NextToken);
    const enis = owners().enis.filter(({ vSwitch }) => vSwitch === owners().vSwitches[0]);
    expect(new Set(all).size).toBe(enis.length + 3);
    const one = await call(LIST, { ...query(), Cidr: all[0] }, ipam);
    expect(one).toMatchObject({ TotalCount: 1, MaxResults: 100 });
    expect(one.IpamDiscoveredIpAddresses[0]).toMatchObject({
      IpAddress: all[0],
      ResourceRegionId: 'cn-hangzhou',
    });
  });

  test.each([
    ['more than 200 at once', { MaxResults: 201 }, 'InvalidParameter'],
    ['fewer than one', { MaxResults: 0 }, 'InvalidParameter'],
    ['IPv6', { IpVersion: 'IPv6' }, 'InvalidParameter'],
    ['no discovery', { IpamResourceDiscoveryId: undefined }, 'MissingParameter'],
    ['neither VPC nor vSwitch', { VSwitchId: undefined }, 'MissingParameter'],
    ['an unknown discovery', { IpamResourceDiscoveryId: 'ipam-res-disco-1' }, 'ResourceNotFound'],
    ['no region', { RegionId: undefined }, 'MissingParameter'],
  ])('refuses %s', async (_what, change, code) => {
    const error = await failure(LIST, { ...query(), ...change }, ipam);
    expect(error.code).toMatch(code);
  });

  test('is of its own version, and denied with its own action', async () => {
    expect(await failure(LIST, query(), { ...ipam, version: '2016-04-28' })).toMatchObject({
      code: 'InvalidAction.NotFound',
    });
    const denied = await failure(LIST, query(), { ...ipam, key: 'owners-plain' });
    expect(denied.accessDeniedDetail.AuthAction).toBe(`vpcipam:${LIST}`);
  });
});

test('GetVSwitchCidrReservationUsage wants a reservation that is there, and 100 at the most', async () => {
  const USAGE = 'GetVSwitchCidrReservationUsage';
  const vpc = { version: '2016-04-28', key: 'owners' };
  const VSwitchCidrReservationId = owners().reservations[0]?.id;
  const body = await call(USAGE, { ...HANGZHOU, VSwitchCidrReservationId }, vpc);
  expect(body).toMatchObject({ TotalCount: 2, MaxResults: 10 });
  const refused = async (change: object) =>
    (await failure(USAGE, { ...HANGZHOU, VSwitchCidrReservationId, ...change }, vpc)).code;
  expect(await refused({ VSwitchCidrReservationId: undefined })).toBe('MissingParameter');
  expect(await refused({ VSwitchCidrReservationId: 'vcr-none' })).toMatch('ResourceNotFound');
  expect(await refused({ MaxResults: 101 })).toBe('InvalidParameter');
});
