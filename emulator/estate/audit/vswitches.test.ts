import { describe, expect, test } from 'vitest';
import { toVSwitch } from '../../actions/describe-v-switches';
import { formatIpv4, parseCidr, sizeOf } from '../addresses';
import { auditCell, enisOf, freeBlocksOf, usedOf, vSwitchOf } from './audit.test-kit';

describe.each([1, 7, 42])('the vSwitches of the audit account of seed %i', (seed) => {
  const cell = auditCell(seed);
  const vSwitch = (name: string) => vSwitchOf(cell, name);
  const used = (name: string) => usedOf(cell, vSwitch(name));
  const freeBlocks = (name: string) => freeBlocksOf(cell, vSwitch(name));
  const available = (name: string) => Number(toVSwitch(vSwitch(name)).AvailableIpAddressCount);
  const prefixesIn = (cidr: string) => {
    const { base, prefix } = parseCidr(cidr);
    const inside = (at: number) => at >= base && at < base + sizeOf(prefix);
    return cell.enis.flatMap((eni) => eni.ipv4Prefixes).filter(inside);
  };

  test('a /16 of Terway nodes has about 40,000 addresses in use, some of them as prefixes', () => {
    const pods = vSwitch('pods');
    expect(pods.pool.cidr.prefix).toBe(16);
    expect(used('pods').size).toBeGreaterThan(38_000);
    expect(used('pods').size).toBeLessThan(42_000);
    const enis = enisOf(cell, pods);
    expect(enis.length).toBeGreaterThan(2000);
    expect(enis.length).toBeLessThan(3000);
    expect(Math.max(...enis.map((eni) => eni.addresses.length))).toBeGreaterThanOrEqual(20);
    expect(enis.flatMap((eni) => eni.ipv4Prefixes).length).toBeGreaterThan(100);
    expect(freeBlocks('pods').length).toBeGreaterThan(200);
  });

  test('a /24 is nearly full, with a free address here and there but no /28 that is untouched', () => {
    expect(used('nearly-full').size / vSwitch('nearly-full').pool.usable).toBeGreaterThan(0.97);
    const blocks = new Set([...used('nearly-full')].map((address) => Math.floor(address / 16)));
    expect(blocks.size).toBe(16);
  });

  test('a /20 is four fifths free and has next to no /28 left', () => {
    expect(used('fragmented').size / vSwitch('fragmented').pool.usable).toBeCloseTo(0.2, 2);
    expect(freeBlocks('fragmented').length).toBeLessThanOrEqual(12);
    expect(freeBlocks('fragmented').length).toBeGreaterThan(0);
  });

  test('of two reservations of a /20 one is exhausted; addresses stay out of them, prefixes in them', () => {
    const prefixed = vSwitch('prefix-reserved');
    const [exhausted, roomy, ...others] = cell.reservations.filter((r) => r.vSwitch === prefixed);
    expect(others).toEqual([]);
    expect(prefixesIn(exhausted?.cidr ?? '')).toHaveLength(16);
    expect(prefixesIn(roomy?.cidr ?? '')).toHaveLength(22);
    const prefixes = enisOf(cell, prefixed).flatMap((eni) => eni.ipv4Prefixes);
    expect(prefixes).toHaveLength(38);
    const addresses = enisOf(cell, prefixed).flatMap((eni) => eni.addresses);
    for (const { base, prefix } of [exhausted, roomy].map((r) => parseCidr(r?.cidr ?? '')))
      expect(addresses.filter((at) => at >= base && at < base + sizeOf(prefix))).toEqual([]);
  });

  test('every prefix lies in a reservation, but the misaligned one', () => {
    const inside = cell.reservations
      .filter((reservation) => reservation.ipVersion === 'IPv4')
      .flatMap((reservation) => prefixesIn(reservation.cidr));
    const all = cell.enis.flatMap((eni) => eni.ipv4Prefixes);
    expect(new Set(all).size).toBe(all.length);
    const outside = all.filter((base) => !inside.includes(base));
    expect(outside.map((base) => base % 16)).toEqual([8]);
  });

  test('small ones are full, empty, and half full', () => {
    expect(vSwitch('tiny-full').pool.cidr.prefix).toBe(28);
    expect(available('tiny-full')).toBe(0);
    expect(vSwitch('tiny-empty').pool.cidr.prefix).toBe(29);
    expect(available('tiny-empty')).toBe(4);
    expect(vSwitch('实验').pool.cidr.prefix).toBe(26);
    expect(used('实验').size).toBe(31);
    expect(used('empty').size).toBe(0);
  });

  test('AvailableIpAddressCount is what the ENIs leave, but where it is off on purpose', () => {
    const off = Object.fromEntries(
      cell.vSwitches.flatMap((candidate) => {
        const { base, prefix } = candidate.pool.cidr;
        const inside = [...usedOf(cell, candidate)].filter((at) => at >= base && at < base + sizeOf(prefix));
        const left = candidate.pool.usable - inside.length;
        const dark = left - Number(toVSwitch(candidate).AvailableIpAddressCount);
        return dark === 0 ? [] : [[candidate.name, dark]];
      }),
    );
    expect(off).toEqual({ 'dark-负载均衡与数据库': 140, 'stale-counter-计数滞后': -23 });
  });

  test('two VPCs have the same blocks, and ENIs with the same addresses', () => {
    const [left, right] = cell.vpcs.filter((vpc) => vpc.name.startsWith('audit-overlap'));
    expect(left?.cidr).toEqual(right?.cidr);
    const addresses = (vpc: typeof left) =>
      cell.enis.filter((eni) => eni.vSwitch.vpc === vpc).flatMap((eni) => eni.addresses);
    const both = addresses(left).filter((address) => addresses(right).includes(address));
    expect(both.length).toBeGreaterThanOrEqual(24);
  });

  test('one is shared by another account, and ENIs of this one are in it', () => {
    const shared = cell.vSwitches.filter((candidate) => candidate.shared);
    expect(shared.map((candidate) => candidate.name)).toEqual(['shared-共享接入']);
    expect(toVSwitch(vSwitch('shared'))).toMatchObject({ ShareType: 'Shared', OwnerId: 1099518402776311 });
    expect(enisOf(cell, vSwitch('shared')).every((eni) => eni.ownerId === cell.ownerId)).toBe(true);
  });

  test('one has IPv6 addresses, and prefixes in a reservation; another has a /64 that is unused', () => {
    const dual = vSwitch('dual-stack');
    const enis = enisOf(cell, dual);
    expect(enis.filter((eni) => eni.ipv6.length > 0).length).toBeGreaterThan(30);
    const prefixes = enis.flatMap((eni) => eni.ipv6Prefixes);
    expect(prefixes.length).toBeGreaterThanOrEqual(10);
    const [reservation] = cell.reservations.filter((candidate) => candidate.vSwitch === dual);
    expect(reservation?.cidr).toBe(`${dual.ipv6}:f000::/68`);
    for (const prefix of prefixes) expect(prefix.startsWith(`${dual.ipv6}:f0`)).toBe(true);
    const withIpv6 = cell.vSwitches.filter((candidate) => candidate.ipv6 !== null);
    expect(withIpv6.map(({ name }) => name)).toEqual(['empty-未使用', 'dual-stack-双栈']);
  });

  test('a VPC has three blocks, and its vSwitches gaps between them', () => {
    const vpc = cell.vpcs.find(({ name }) => name.startsWith('audit-gaps')) ?? expect.unreachable();
    const homes = [vpc.cidr, ...vpc.secondaryCidrs];
    expect(homes).toHaveLength(3);
    for (const { base, prefix } of homes) {
      const inside = vpc.vSwitches.filter(
        ({ pool }) => pool.cidr.base >= base && pool.cidr.base < base + sizeOf(prefix),
      );
      expect(inside.length).toBeGreaterThan(1);
      const covered = inside.reduce((sum, { pool }) => sum + sizeOf(pool.cidr.prefix), 0);
      expect(covered).toBeLessThan(sizeOf(prefix));
    }
  });

  test('those of one VPC do not overlap and lie inside it', () => {
    for (const vpc of cell.vpcs) {
      const blocks = vpc.vSwitches.map(({ pool }) => pool.cidr).sort((a, b) => a.base - b.base);
      for (const [index, { base, prefix }] of blocks.entries()) {
        const next = blocks[index + 1];
        if (next) expect(next.base, formatIpv4(base)).toBeGreaterThanOrEqual(base + sizeOf(prefix));
        const homes = [vpc.cidr, ...vpc.secondaryCidrs];
        expect(homes.some((home) => base >= home.base && base < home.base + sizeOf(home.prefix))).toBe(true);
      }
    }
  });
});
