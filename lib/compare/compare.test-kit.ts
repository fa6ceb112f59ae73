import fc from 'fast-check';
import type { Eni } from '@/lib/eni/eni';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import type { Side } from './side';

const REGIONS = ['cn-hangzhou', 'cn-beijing'];

const eniArbitrary = fc
  .record({
    account: fc.constantFrom('prod', 'staging'),
    region: fc.constantFrom(...REGIONS),
    id: fc.integer({ min: 1, max: 8 }).map((n) => `eni-${n}`),
    name: fc.option(fc.constantFrom('a', 'b', 'c', 'node-10', 'node-9')),
    status: fc.option(fc.constantFrom('InUse', 'Available')),
    vSwitchId: fc.option(fc.constantFrom('vsw-1', 'vsw-2')),
    instanceId: fc.option(fc.constantFrom('i-1', 'i-2')),
    securityGroupIds: fc.subarray(['sg-1', 'sg-2', 'sg-3']),
    privateIps: fc.subarray(['10.0.0.1', '10.0.0.2']).map((ips) => ips.map((ip) => privateIp(ip))),
    tags: fc
      .subarray(['app', 'team'])
      .chain((keys) =>
        fc.tuple(...keys.map((key) => fc.constantFrom('x', 'y').map((value) => ({ key, value })))),
      ),
  })
  .map((fields) => eniWith(fields));

const enisArbitrary = fc.uniqueArray(eniArbitrary, {
  selector: ({ account, region, id }) => `${account}/${region}/${id}`,
  maxLength: 14,
});

export function sideWith(enis: readonly Eni[], fields: Partial<Side> = {}): Side {
  return { enis, isWhole: true, readRegions: new Set(REGIONS), fields: null, ...fields };
}

export const wholeSide = enisArbitrary.map((enis) => sideWith(enis));

/** The ENIs of a side, and how far it has been read: in regions that were read to the end, every ENI is known. */
export const sideInPart = fc
  .record({
    all: enisArbitrary,
    readRegions: fc.subarray(REGIONS),
    seen: fc.func(fc.boolean()),
  })
  .map(({ all, readRegions, seen }) => ({
    all,
    part: sideWith(
      all.filter((eni) => readRegions.includes(eni.region) || seen(eni.id)),
      { isWhole: false, readRegions: new Set(readRegions) },
    ),
  }));
