import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { type Cidr, formatAddress, parseAddress, parseCidr } from '@/lib/eni/ip';
import { IPV6_BLOCK_STATES, ipv6OccupancyOf } from './ipv6';
import { eniIn } from './usage.test-kit';

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 150) };
const CIDR = '2408:4005:3a:5f01::/64';
const NET = parseCidr(CIDR) as Cidr;
const vSwitch = (ipv6CidrBlock: string | null) => ({ region: 'cn-hangzhou', id: 'vsw-1', ipv6CidrBlock });
const at = (block: number, rest: number | bigint = 0) =>
  formatAddress({ family: 6, value: NET.first + (BigInt(block) << 48n) + BigInt(rest) });
const LAST = 2n ** 48n - 1n;

const eni = (id: string, ips: string[], ipv6Prefixes: string[] = [], more: Partial<Eni> = {}) =>
  eniIn(id, [], {
    ipv6Addresses: ips.map((ipv6Address) => ({ ipv6Address, primary: null })),
    ipv6Prefixes,
    ...more,
  });

function mapOf(enis: Eni[], isShown?: (eni: Eni) => boolean) {
  const map = ipv6OccupancyOf(vSwitch(CIDR), enis, isShown);
  if (typeof map === 'string') throw new Error(map);
  return map;
}
/** What is not free, as `block state owner held`. */
const drawn = ({ states, owners, held }: ReturnType<typeof mapOf>) =>
  [...states.keys()]
    .filter((block) => states[block] !== 0)
    .map((block) => `${block} ${IPV6_BLOCK_STATES[states[block] as number]} ${owners[block]} ${held[block]}`);

describe('ipv6OccupancyOf', () => {
  it.each([
    [null, 'ipv6_missing'],
    ['2408:**::/64', 'ipv6_malformed'],
    ['10.0.0.0/24', 'ipv6_malformed'],
    ['2408::', 'ipv6_malformed'],
    ['2408::/56', 'ipv6_size'],
  ])('has no map of %s: %s', (cidr, reason) => expect(ipv6OccupancyOf(vSwitch(cidr), [])).toBe(reason));

  it('draws addresses, prefixes and the reserved ends', () => {
    const map = mapOf([
      eni('eni-1', [at(7, 9), at(7, 2), at(3, 1)], [`${at(3)}/80`]),
      eni('eni-2', [at(7, 5)], [`${at(9)}/80`], { status: 'Available' }),
      eni('eni-3', [at(8)], [], { status: 'Available' }),
      eni('eni-4', [at(5), at(8, 1)]),
    ]);
    const states = [
      '0 reserved -1 0',
      '3 prefix 0 1',
      '5 addresses 3 1',
      '7 addresses 0 3',
      '8 addresses 2 2',
    ];
    expect(drawn(map)).toEqual([...states, '9 idle 1 0', '65535 reserved -1 0']);
    expect(map.addresses.slice(1, 4)).toEqual([
      { at: 5, value: '2408:4005:3a:5f01:5::', owner: 3 },
      { at: 7, value: '2408:4005:3a:5f01:7::2', owner: 0 },
      { at: 7, value: '2408:4005:3a:5f01:7::5', owner: 1 },
    ]);
    expect(map.counts).toMatchObject({ free: 65_529, reserved: 2, addresses: 3, prefix: 1, idle: 1 });
    expect(map.problems).toEqual([]);
  });

  it('draws what is not shown as other, in a conflict too', () => {
    const enis = [eni('eni-1', [at(1)]), eni('eni-2', [at(2), at(3)]), eni('eni-3', [at(3)])];
    const lines = drawn(mapOf(enis, ({ id }) => id === 'eni-1'));
    expect(lines.slice(1, 4)).toEqual(['1 addresses 0 1', '2 other 1 1', '3 conflict 1 1']);
  });

  it('has an address or a prefix in the prefix of another ENI as a conflict', () => {
    const enis = [
      eni('eni-1', [at(4, 1)], [`${at(4)}/80`]),
      eni('eni-2', [at(4, 2), at(4, 2)]),
      eni('eni-3', [], [`${at(4)}/78`]),
      eni('eni-1', [at(4, 1)], [`${at(4)}/80`]),
    ];
    const map = mapOf(enis);
    expect(drawn(map).slice(1, -1)).toEqual([
      '4 conflict 0 2',
      '5 prefix 2 0',
      '6 prefix 2 0',
      '7 prefix 2 0',
    ]);
    expect(map.problems).toEqual([
      { code: 'prefix_size', eniId: 'eni-3', value: `${at(4)}/78` },
      { code: 'conflict', eniId: 'eni-3', otherEniId: 'eni-1', value: `${at(4)}/78` },
      { code: 'conflict', eniId: 'eni-2', otherEniId: 'eni-1', value: at(4, 2) },
    ]);
  });

  it.each([
    ['2408:**::1', 'address_unreadable'],
    ['10.0.0.1', 'address_unreadable'],
    ['2408:4005:3a:5f02::1', 'address_outside'],
    ['2408:**::/80', 'prefix_unreadable'],
    ['10.0.0.16/28', 'prefix_unreadable'],
    [`${at(4, 1)}/80`, 'prefix_misaligned'],
    ['2408:4005:3a:5f02::/80', 'prefix_outside'],
    ['2408:4005:3a:5f00::/56', 'prefix_outside'],
  ])('draws nothing for %s: %s', (value, code) => {
    const map = mapOf([value.includes('/') ? eni('eni-1', [], [value]) : eni('eni-1', [value])]);
    expect(map.counts.free).toBe(65_534);
    expect(map.problems).toEqual([{ code, eniId: 'eni-1', value }]);
  });

  it.each([
    [at(0), ['address_reserved']],
    [at(0, 1), []],
    [at(65_535, LAST - 8n), ['address_reserved']],
    [at(65_535, LAST - 9n), []],
    [`${at(65_535)}/80`, ['prefix_reserved']],
    [`${at(1)}/96`, ['prefix_size']],
  ])('draws %s and reports %j', (value, codes) => {
    const map = mapOf([value.includes('/') ? eni('eni-1', [], [value]) : eni('eni-1', [value])]);
    expect(map.counts.addresses + map.counts.prefix).toBe(1);
    expect(map.problems.map(({ code }) => code)).toEqual(codes);
  });

  it('agrees with a count in bigint, block by block', () => {
    const block = fc.constantFrom(0, 1, 2, 3, 4, 65_534, 65_535);
    const address = fc
      .tuple(block, fc.constantFrom(0n, 1n, 2n, LAST))
      .map(([place, rest]) => at(place, rest));
    const prefix = fc
      .tuple(block, fc.constantFrom(80, 80, 80, 79))
      .map(([place, length]) => `${at(place)}/${length}`);
    const anyEni = fc
      .tuple(
        fc.constantFrom('eni-1', 'eni-2', 'eni-3', 'eni-4'),
        fc.array(fc.oneof({ arbitrary: address, weight: 9 }, fc.constant('hide')), { maxLength: 6 }),
        fc.array(prefix, { maxLength: 2 }),
        fc.record({
          status: fc.constantFrom('InUse', 'Available'),
          vSwitchId: fc.constantFrom('vsw-1', 'vsw-1', 'vsw-1', 'vsw-2'),
        }),
      )
      .map((given) => eni(...given));
    fc.assert(
      fc.property(
        fc.uniqueArray(anyEni, { maxLength: 5, selector: ({ id }) => id }),
        fc.boolean(),
        (enis, all) => {
          const isShown = ({ id }: Eni) => all || id !== 'eni-1';
          const map = mapOf(enis, isShown);
          const holders = enis.map((each) => ({
            each: each.vSwitchId === 'vsw-1',
            idle: each.status === 'Available',
            shown: isShown(each),
            values: each.ipv6Addresses.flatMap(({ ipv6Address }) => parseAddress(ipv6Address)?.value ?? []),
            cidrs: each.ipv6Prefixes
              .map((text) => parseCidr(text) as Cidr)
              .filter(
                ({ first }, i) => parseAddress(each.ipv6Prefixes[i]?.split('/')[0] ?? '')?.value === first,
              ),
          }));
          const expected = [0, 1, 2, 3, 4, 5, 65_534, 65_535].map((place) => {
            const first = NET.first + (BigInt(place) << 48n);
            const own = holders.map(({ each, values, cidrs }) => ({
              values: each ? values.filter((value) => value >= first && value <= first + LAST) : [],
              isDelegate: each && cidrs.some((cidr) => cidr.first <= first && first <= cidr.last),
            }));
            const delegate = own.findIndex(({ isDelegate }) => isDelegate);
            const owner = delegate < 0 ? own.findIndex(({ values }) => values.length > 0) : delegate;
            const isConflict = own.some(
              (a, i) =>
                own.some((b, j) => i !== j && a.isDelegate && (b.isDelegate || b.values.length > 0)) ||
                a.values.some((value) => own.some((b, j) => i !== j && b.values.includes(value))),
            );
            const active = holders.filter((_, i) => own[i]?.isDelegate || (own[i]?.values.length ?? 0) > 0);
            const shown = active.filter((holder) => holder.shown);
            const kind = delegate < 0 ? 'addresses' : 'prefix';
            const used = shown.length === 0 ? 'other' : shown.every(({ idle }) => idle) ? 'idle' : kind;
            const empty = place === 0 || place === 65_535 ? 'reserved' : 'free';
            const state = isConflict ? 'conflict' : active.length === 0 ? empty : used;
            return `${place} ${state} ${owner} ${new Set(own.flatMap(({ values }) => values)).size}`;
          });
          expect(drawn(map)).toEqual(expected.filter((line) => !line.includes('free')));
          expect(Object.values(map.counts).reduce((sum, count) => sum + count)).toBe(65_536);
          expect(map.addresses.length).toBe(map.held.reduce((sum, count) => sum + count));
          const values = map.addresses.map(({ value }) => parseAddress(value)?.value ?? 0n);
          expect(values).toEqual([...new Set(values)].sort((a, b) => (a < b ? -1 : 1)));
        },
      ),
      RUNS,
    );
  });
});
