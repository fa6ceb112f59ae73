import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { parseCidr } from '@/lib/eni/ip';
import type { VSwitch } from '@/lib/eni/vswitch';
import { parseIpv4Prefix } from '@/lib/usage/ipv4';
import { anyUsage, eniIn, heldAddresses, vSwitchWith } from '@/lib/usage/usage.test-kit';
import { type Effect, effectOf, totalOf } from './freed';
import { addressesHeldBy } from './holding';
import { blockRows, rowsToDraw, squaresToDraw } from './picture';

const listed = (cidr: string | null, free: number | null = null) =>
  vSwitchWith(cidr, free) as unknown as VSwitch;
const range = (cidr: string) => {
  const { address, size } = parseIpv4Prefix(cidr) ?? { address: 0, size: 0 };
  return { first: address, length: size };
};
const effect = (cidr: string | null, enis: Eni[], going: Eni[], reservations: string[] = []): Effect =>
  effectOf({ vSwitchId: 'vsw-1', vSwitch: listed(cidr), reservations: reservations.map(range), enis, going });
const idle = (id: string, ips: string[], more: Partial<Eni> = {}) =>
  eniIn(id, ips, { status: 'Available', ...more });

/** The /28 blocks without any address in use, as CIDRs, counted the slow way; the first and last are never whole. */
function freeBlocks(cidr: string, held: Set<bigint>): Set<bigint> {
  const block = parseCidr(cidr);
  const free = new Set<bigint>();
  if (block === null) return free;
  for (let first = block.first + 16n; first + 16n < block.last; first += 16n) {
    const isFree = Array.from({ length: 16 }, (_, at) => first + BigInt(at)).every((ip) => !held.has(ip));
    if (isFree) free.add(first);
  }
  return free;
}

describe('what a release frees', () => {
  it('is what nobody holds any more, recounted by hand', () => {
    fc.assert(
      fc.property(anyUsage, fc.func(fc.boolean()), ({ vSwitch, enis }, isGoing) => {
        const here = enis.filter(
          ({ vSwitchId, region }) => vSwitchId === 'vsw-1' && region === vSwitch.region,
        );
        const ids = new Set(here.map(({ id }) => id).filter((id) => isGoing(id)));
        const going = here.filter(({ id }) => ids.has(id));
        const stays = enis.filter(({ id }) => !ids.has(id));
        const result = effectOf({
          vSwitchId: 'vsw-1',
          vSwitch: vSwitch as unknown as VSwitch,
          reservations: [],
          enis: [...stays, ...going],
          going,
        });
        if (typeof result.blocks === 'string') throw new Error(result.blocks);
        const before = heldAddresses(vSwitch, [...stays, ...going]);
        const after = heldAddresses(vSwitch, stays);
        const size = BigInt(result.blocks.map.before.size);
        const first = BigInt(result.blocks.map.before.first);
        const own = (at: bigint) => at === first || at >= first + size - 3n;
        const freed = [...before].filter((at) => !after.has(at) && !own(at));
        expect(result.addresses).toBe(freed.length);
        const { prefixes, whole, outside, inReservations } = result.blocks;
        const was = freeBlocks(vSwitch.cidrBlock ?? '', before);
        const then = freeBlocks(vSwitch.cidrBlock ?? '', after);
        expect(outside).toEqual({ before: was.size, after: then.size });
        expect(outside.before + prefixes + whole).toBe(outside.after);
        expect(inReservations).toEqual({ before: 0, after: 0 });
        expect(result.free?.after).toBe((result.free?.before ?? 0) + result.addresses);
        expect(result.stays).toBe(
          Math.max(0, going.reduce((sum, eni) => sum + addressesHeldBy(eni), 0) - freed.length),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('counts a prefix handed back and a block left empty, inside a reservation apart', () => {
    const a = idle('eni-a', ['10.0.0.33', '10.0.0.34'], { ipv4Prefixes: ['10.0.0.80/28', '10.0.0.112/28'] });
    const b = eniIn('eni-b', ['10.0.0.65']);
    const { addresses, stays, blocks } = effect('10.0.0.0/24', [a, b], [a], ['10.0.0.112/28']);
    expect({ addresses, stays }).toEqual({ addresses: 34, stays: 0 });
    expect(blocks).toMatchObject({
      prefixes: 2,
      whole: 1,
      outside: { before: 10, after: 12 },
      inReservations: { before: 0, after: 1 },
    });
  });

  it('does not free what another ENI holds too', () => {
    const a = idle('eni-a', ['10.0.0.33', '10.0.0.34']);
    const b = eniIn('eni-b', ['10.0.0.34']);
    expect(effect('10.0.0.0/24', [a, b], [a])).toMatchObject({ addresses: 1, stays: 1 });
  });

  it('calls no block free before all ENIs of the vSwitch are read', () => {
    const a = idle('eni-a', ['10.0.0.33'], { ipv4Prefixes: ['10.0.0.80/28'] });
    const unread = effectOf({
      vSwitchId: 'vsw-1',
      vSwitch: listed('10.0.0.0/24', 100),
      reservations: [],
      enis: null,
      going: [a],
    });
    expect(unread).toMatchObject({ addresses: 17, blocks: 'unread', free: { before: 100, after: 117 } });
    expect(totalOf([unread])).toMatchObject({ addresses: 17, blocks: null });
  });

  it.each([
    [null, 'cidr_missing'],
    ['10.0.0.0/30', 'cidr_size'],
    ['nonsense', 'cidr_malformed'],
  ])('counts addresses alone where the CIDR is %s', (cidr, because) => {
    const a = idle('eni-a', ['10.0.0.33'], { ipv4Prefixes: ['10.0.0.80/28'] });
    expect(effect(cidr, [a], [a])).toMatchObject({ addresses: 17, blocks: because });
  });

  it('does not say 0 blocks where none of the vSwitches could be drawn', () => {
    const a = idle('eni-a', ['10.0.0.33'], { ipv4Prefixes: ['10.0.0.80/28'] });
    expect(totalOf([effect(null, [a], [a])])).toMatchObject({ addresses: 17, blocks: null, unmeasured: 1 });
    expect(totalOf([])).toMatchObject({ addresses: 0, blocks: { prefixes: 0, whole: 0 } });
  });

  it('adds up over vSwitches', () => {
    const a = idle('eni-a', ['10.0.0.33'], { ipv4Prefixes: ['10.0.0.80/28'] });
    const b = idle('eni-b', ['10.0.0.34']);
    const effects = [
      effect('10.0.0.0/24', [a], [a]),
      effect('10.0.0.0/24', [b], [b]),
      effect(null, [b], [b]),
    ];
    expect(totalOf(effects)).toEqual({
      addresses: 19,
      vSwitches: 3,
      stays: 0,
      blocks: { prefixes: 1, whole: 2, inReservations: 0 },
      unmeasured: 1,
    });
  });
});

describe('the picture', () => {
  it('draws every block and address that comes free, as often as the figures say', () => {
    fc.assert(
      fc.property(anyUsage, ({ vSwitch, enis }) => {
        const here = enis.filter(
          ({ vSwitchId, region }) => vSwitchId === 'vsw-1' && region === vSwitch.region,
        );
        const going = here.filter(({ status }) => status === 'Available');
        const read = {
          vSwitchId: 'vsw-1',
          vSwitch: vSwitch as unknown as VSwitch,
          reservations: [],
          enis,
          going,
        };
        const { blocks, addresses } = effectOf(read);
        if (typeof blocks === 'string') throw new Error(blocks);
        const drawn = blockRows(blocks.map, []).flatMap((row) => row.blocks);
        expect(drawn.filter(({ mark }) => mark === 'freed')).toHaveLength(blocks.prefixes + blocks.whole);
        if (blocks.map.before.size >= 16)
          expect(drawn.reduce((sum, { goes }) => sum + goes, 0)).toBe(addresses);
        expect(blocks.map.goes.reduce((sum, each) => sum + each, 0)).toBe(addresses);
        expect(squaresToDraw(blocks.map).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('draws, of a large vSwitch, the rows in which something comes free, in their order', () => {
    const a = idle('eni-a', ['10.0.9.33', '10.0.200.33', '10.0.200.34']);
    const { blocks } = effect('10.0.0.0/16', [a], [a]);
    if (typeof blocks === 'string') throw new Error(blocks);
    const rows = blockRows(blocks.map, []);
    expect(rows).toHaveLength(256);
    expect(rowsToDraw(rows, 16).map(({ first }) => (first >>> 8) & 255)).toEqual([9, 200]);
    expect(squaresToDraw(blocks.map)).toEqual([200, 9]);
  });
});
