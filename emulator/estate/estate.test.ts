import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatIpv4, sizeOf } from './addresses';
import { generateEstate } from './estate';
import type { Cell, Estate, VSwitch } from './model';

const sizes = fc.oneof(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 150, max: 4000 }));
const NOW = Date.parse('2026-11-23T00:00:00Z');

const allEnis = (estate: Estate) => estate.cells.flatMap((cell) => cell.enis);
const cellOf = (estate: Estate, account: string, region: string): Cell =>
  estate.cells.find((cell) => cell.account === account && cell.region === region) ?? expect.unreachable();

function checkAddresses(estate: Estate): void {
  const taken = new Map<VSwitch, Set<number>>();
  const take = (vSwitch: VSwitch, address: number) => {
    const { base, prefix } = vSwitch.pool.cidr;
    const addresses = taken.get(vSwitch) ?? new Set();
    taken.set(vSwitch, addresses);
    const isInside = address > base && address < base + sizeOf(prefix) - 3;
    if (!isInside) throw new Error(`${formatIpv4(address)} is outside or reserved`);
    if (addresses.has(address)) throw new Error(`${formatIpv4(address)} is used twice`);
    addresses.add(address);
  };
  for (const eni of allEnis(estate)) {
    for (const address of eni.addresses) take(eni.vSwitch, address);
    for (const base of eni.ipv4Prefixes) {
      expect(base % 16).toBe(0);
      for (let i = 0; i < 16; i += 1) take(eni.vSwitch, base + i);
    }
    for (const address of [...eni.ipv6, ...eni.ipv6Prefixes])
      expect(address).toContain(`${eni.vSwitch.ipv6}:`);
  }
  for (const [vSwitch, addresses] of taken) expect(vSwitch.pool.used).toBe(addresses.size);
}

describe('whatever the seed and the size', () => {
  test('there are exactly as many ENIs as asked for, with unique ids and IPv6 addresses', () => {
    fc.assert(
      fc.property(sizes, fc.nat(1000), (enis, seed) => {
        const all = allEnis(generateEstate({ enis, seed, now: NOW }));
        expect(all).toHaveLength(enis);
        expect(new Set(all.map((eni) => eni.id)).size).toBe(enis);
        const ipv6 = all.flatMap((eni) => [...eni.ipv6, ...eni.ipv6Prefixes]);
        expect(new Set(ipv6).size).toBe(ipv6.length);
        expect(new Set(all.map((eni) => eni.mac)).size).toBe(enis);
        const eips = all.flatMap((eni) => eni.eips.map((eip) => eip.address));
        expect(new Set(eips).size).toBe(eips.length);
      }),
      { numRuns: 25 },
    );
  });

  test('addresses and prefixes lie inside their vSwitch, unreserved, aligned and apart', () => {
    fc.assert(
      fc.property(sizes, fc.nat(1000), (enis, seed) =>
        checkAddresses(generateEstate({ enis, seed, now: NOW })),
      ),
      { numRuns: 20 },
    );
  });

  test('vSwitches lie inside their VPC and do not overlap', () => {
    fc.assert(
      fc.property(sizes, fc.nat(1000), (enis, seed) => {
        for (const { vpcs } of generateEstate({ enis, seed, now: NOW }).cells) {
          for (const vpc of vpcs) {
            const blocks = vpc.vSwitches.map(
              ({ pool }) => [pool.cidr.base, pool.cidr.base + sizeOf(pool.cidr.prefix)] as const,
            );
            for (const [from, to] of blocks) {
              const homes = [vpc.cidr, ...vpc.secondaryCidrs];
              expect(homes.some(({ base, prefix }) => from >= base && to <= base + sizeOf(prefix))).toBe(
                true,
              );
              expect(from % (to - from)).toBe(0);
              expect(blocks.filter(([otherFrom, otherTo]) => from < otherTo && otherFrom < to)).toHaveLength(
                1,
              );
            }
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test('every primary ENI is of an instance that lists it, every member of a trunk of the same instance', () => {
    const estate = generateEstate({ seed: 3, now: NOW });
    const byId = new Map(allEnis(estate).map((eni) => [eni.id, eni]));
    for (const eni of byId.values()) {
      if (eni.type === 'Primary') expect(eni.instance?.enis).toContain(eni);
      if (eni.type !== 'Member') continue;
      expect(eni.instance).toBeNull();
      expect(byId.get(eni.memberOf?.trunkId ?? '')?.instance).toBe(eni.memberOf?.instance);
    }
  });
});

test('a seed determines the estate', () => {
  const ids = (seed: number) => allEnis(generateEstate({ enis: 500, seed, now: NOW })).map((eni) => eni.id);
  expect(ids(7)).toEqual(ids(7));
  expect(ids(7)).not.toEqual(ids(8));
});

describe.each([1, 7, 42])('the default estate of seed %i', (seed) => {
  const estate = generateEstate({ seed, now: NOW });
  const hangzhou = cellOf(estate, 'prod', 'cn-hangzhou');

  test('has more than 1,000 ENIs under a tag and under a resource group', () => {
    const tagged = hangzhou.enis.filter((eni) =>
      eni.tags.some((tag) => tag.key === 'env' && tag.value === 'prod'),
    );
    expect(tagged.length).toBeGreaterThan(1000);
    const core = hangzhou.enis.filter((eni) => eni.resourceGroupId.startsWith('rg-aek2'));
    expect(core.length).toBeGreaterThan(1000);
  });

  test('has every kind of thing people look for', () => {
    const kinds: Record<string, (eni: (typeof hangzhou.enis)[number]) => boolean> = {
      orphan: (eni) => eni.status === 'Available' && eni.createdAt < NOW - 90 * 86_400_000,
      stuck: (eni) => /^(Attaching|Detaching|Deleting)$/.test(eni.status),
      managed: (eni) => eni.serviceId === '9007199254740993123',
      trunk: (eni) => eni.type === 'Trunk',
      member: (eni) => eni.type === 'Member',
      terway: (eni) => eni.addresses.length > 3 && eni.description === 'interface create by terway',
      prefix: (eni) => eni.ipv4Prefixes.length > 1,
      ipv6Prefix: (eni) => eni.ipv6Prefixes.length > 0,
      eipOnSecondary: (eni) => eni.eips.some((eip) => eip.index > 0),
      unnamed: (eni) => eni.name === '',
      proto: (eni) => eni.tags.some((tag) => tag.key === '__proto__'),
      unknownType: (eni) => eni.type === 'Bond9',
      unknownStatus: (eni) => eni.status === 'Frozen',
      masked: (eni) => eni.odd === 'masked',
      longIpv6: (eni) => eni.odd === 'longIpv6',
    };
    const missing = Object.keys(kinds).filter((kind) => !hangzhou.enis.some((eni) => kinds[kind]?.(eni)));
    expect(missing).toEqual([]);
  });

  test('has vSwitches from /29 to /16, one nearly full, one in a secondary block, one shared', () => {
    const prefixes = hangzhou.vSwitches.map((vSwitch) => vSwitch.pool.cidr.prefix);
    expect(Math.max(...prefixes)).toBe(29);
    expect(Math.min(...prefixes)).toBe(16);
    expect(hangzhou.vSwitches.some(({ pool }) => pool.usable >= 28 && pool.free <= 2)).toBe(true);
    expect(
      hangzhou.vSwitches.some(({ pool, vpc }) => pool.cidr.base >= (vpc.secondaryCidrs[0]?.base ?? Infinity)),
    ).toBe(true);
    const staging = cellOf(estate, 'staging', 'cn-hangzhou');
    const guests = staging.enis.filter((eni) => eni.vSwitch.ownerId !== eni.ownerId);
    expect(guests.length).toBeGreaterThan(0);
    expect(guests[0]?.vSwitch.shared).toBe(true);
  });
});

test('of 100,000 ENIs the largest vSwitch holds about 15 %', () => {
  const estate = generateEstate({ enis: 100_000, seed: 7, now: NOW });
  const counts = new Map<VSwitch, number>();
  for (const eni of allEnis(estate)) counts.set(eni.vSwitch, (counts.get(eni.vSwitch) ?? 0) + 1);
  expect(Math.max(...counts.values()) / 100_000).toBeCloseTo(0.15, 2);
  expect(counts.size).toBeGreaterThan(200);
  expect(counts.size).toBeLessThan(450);
});

test.each([
  [3, 3000],
  [9, 500],
  [100, 3000],
  [600, 12_000],
])('%d vSwitches of a region have its %d ENIs, where so many are asked for', (count, enis) => {
  const estate = generateEstate({ enis: enis / 0.64, vSwitches: count, seed: 1, now: NOW });
  const region = cellOf(estate, 'prod', 'cn-hangzhou');
  expect(region.enis).toHaveLength(enis);
  expect(region.vSwitches).toHaveLength(count);
  checkAddresses(estate);
});

test('100,000 ENIs of one region lie in 300 vSwitches, the largest with 15 % of them', () => {
  const { enis, vSwitches } = cellOf(
    generateEstate({ enis: 156_250, seed: 1, now: NOW }),
    'prod',
    'cn-hangzhou',
  );
  const counts = new Map<VSwitch, number>();
  for (const eni of enis) counts.set(eni.vSwitch, (counts.get(eni.vSwitch) ?? 0) + 1);
  expect(enis).toHaveLength(100_000);
  expect(vSwitches).toHaveLength(300);
  expect(Math.max(...counts.values()) / 100_000).toBeCloseTo(0.15, 2);
});
