import fc from 'fast-check';
import type { Eni } from '@/lib/eni/eni';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { formatAddress, parseAddress, parseCidr } from '@/lib/eni/ip';
import { ADDRESS_STATES, type MeasuredVSwitch, type Occupancy, occupancyOf } from './occupancy';

export const ipv4Text = (address: number) => formatAddress({ family: 4, value: BigInt(address) });

export function vSwitchWith(cidrBlock: string | null, availableIpAddressCount: number | null = null) {
  return {
    account: 'prod',
    region: 'cn-hangzhou',
    id: 'vsw-1',
    vpcId: 'vpc-1',
    cidrBlock,
    availableIpAddressCount,
  };
}

/** An ENI of `vSwitchWith`, with secondary addresses. */
export function eniIn(id: string, secondary: string[], more: Partial<Eni> = {}): Eni {
  const fields = { vSwitchId: 'vsw-1', status: 'InUse', privateIps: secondary.map((ip) => privateIp(ip)) };
  return eniWith({ id, ...fields, ...more });
}

/** The occupancy of a vSwitch that can be measured. */
export function mapOf(vSwitch: MeasuredVSwitch, enis: Eni[], isShown?: (eni: Eni) => boolean): Occupancy {
  const occupancy = occupancyOf(vSwitch, enis, isShown);
  if (typeof occupancy === 'string') throw new Error(occupancy);
  return occupancy;
}

const GLYPHS = { free: '.', reserved: 'R', primary: 'p', secondary: 's', prefix: 'P' } as const;
const MORE_GLYPHS = { idle: 'i', other: 'o', conflict: 'X' } as const;

/** The states of all addresses as text, one letter each, 16 a row. */
export function drawn({ states }: Occupancy): string[] {
  const glyphs = { ...GLYPHS, ...MORE_GLYPHS };
  const text = Array.from(states, (state) => glyphs[ADDRESS_STATES[state] as keyof typeof glyphs]).join('');
  return text.match(/.{1,16}/g) ?? [];
}

/** What an ENI holds of a vSwitch, counted the slow way. */
export function heldAddresses(vSwitch: MeasuredVSwitch, enis: Eni[]): Set<bigint> {
  const cidr = parseCidr(vSwitch.cidrBlock ?? '');
  const held = new Set<bigint>();
  const add = (first: bigint, last: bigint) => {
    if (cidr === null || first < cidr.first || last > cidr.last) return;
    for (let address = first; address <= last; address++) held.add(address);
  };
  for (const eni of enis.filter((each) => each.vSwitchId === vSwitch.id && each.region === vSwitch.region)) {
    for (const text of [eni.privateIpAddress ?? '', ...eni.privateIps.map((ip) => ip.privateIpAddress)]) {
      const address = parseAddress(text);
      if (address?.family === 4) add(address.value, address.value);
    }
    for (const text of eni.ipv4Prefixes) {
      const block = parseCidr(text);
      if (block?.family !== 4 || parseAddress(text.split('/')[0] ?? '')?.value !== block.first) continue;
      add(block.first, block.last);
    }
  }
  return held;
}

const HOSTILE = ['172.17.**.**', 'hide', '', '010.0.0.1', '10.0.0.256', '::1', '10.0.0.0/33', '0.0.0.0/0'];

function anyEni(first: number, size: number): fc.Arbitrary<Eni> {
  const clamp = (address: number) => Math.min(2 ** 32 - 1, Math.max(0, address));
  const near = fc.integer({ min: -20, max: size + 19 }).map((at) => clamp(first + at));
  const address = fc.oneof(
    { arbitrary: near.map(ipv4Text), weight: 8 },
    { arbitrary: fc.constantFrom(...HOSTILE), weight: 1 },
  );
  const aligned = fc
    .tuple(near, fc.constantFrom(28, 28, 28, 27, 29, 32, 24))
    .map(([at, length]) => `${ipv4Text(at - (at % 2 ** (32 - length)))}/${length}`);
  const prefix = fc.oneof(
    { arbitrary: aligned, weight: 6 },
    { arbitrary: near.map((at) => `${ipv4Text(at)}/28`), weight: 1 },
    { arbitrary: fc.constantFrom(...HOSTILE), weight: 1 },
  );
  return fc
    .record({
      id: fc.constantFrom('eni-1', 'eni-2', 'eni-3', 'eni-4', 'eni-5', 'eni-6'),
      region: fc.constantFrom('cn-hangzhou', 'cn-hangzhou', 'cn-hangzhou', 'cn-beijing'),
      vSwitchId: fc.constantFrom('vsw-1', 'vsw-1', 'vsw-1', 'vsw-2', null),
      status: fc.constantFrom('InUse', 'Available', 'Deleting', null),
      privateIpAddress: fc.option(address),
      privateIps: fc.array(
        fc.tuple(address, fc.boolean()).map(([ip, primary]) => privateIp(ip, { primary })),
        { maxLength: 12 },
      ),
      ipv4Prefixes: fc.array(prefix, { maxLength: 3 }),
    })
    .map(eniWith);
}

/** A vSwitch of any size with ENIs that hold its addresses, others' and nonsense, some of them twice. */
export const anyUsage = fc
  .tuple(
    fc.oneof(fc.integer({ min: 24, max: 29 }), fc.integer({ min: 16, max: 29 })),
    fc.constantFrom(0, 0x0a000000, 0xac100000, 0xc0a80000, 0xffff0000),
    fc.nat({ max: 0xffff }),
  )
  .chain(([prefix, net, host]) => {
    const size = 2 ** (32 - prefix);
    const first = net + host - (host % size);
    return fc.record({
      vSwitch: fc
        .option(fc.nat({ max: size }))
        .map((free) => vSwitchWith(`${ipv4Text(first)}/${prefix}`, free)),
      enis: fc.array(anyEni(first, size), { maxLength: 8 }),
    });
  });
