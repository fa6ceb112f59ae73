import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { privateIp } from '@/lib/eni/eni.test-kit';
import { occupancyOf } from './occupancy';
import { anyUsage, drawn, eniIn, heldAddresses, ipv4Text, mapOf, vSwitchWith } from './usage.test-kit';

const vSwitch = vSwitchWith('10.0.0.0/27');
const problemsOf = (...enis: Parameters<typeof mapOf>[1]) => mapOf(vSwitch, enis).problems;

describe('occupancyOf', () => {
  it.each([
    [null, 'cidr_missing'],
    ['10.0.**.**/24', 'cidr_malformed'],
    ['10.0.0.0', 'cidr_malformed'],
    ['2408::/64', 'cidr_ipv6'],
    ['10.0.0.0/15', 'cidr_size'],
    ['10.0.0.0/30', 'cidr_size'],
  ])('has no map of %s: %s', (cidrBlock, reason) =>
    expect(occupancyOf(vSwitchWith(cidrBlock), [])).toBe(reason),
  );

  it('keeps the first address and the last three of an empty vSwitch', () => {
    expect(drawn(mapOf(vSwitch, []))).toEqual(['R...............', '.............RRR']);
    expect(drawn(mapOf(vSwitchWith('255.255.255.248/29'), []))).toEqual(['R....RRR']);
  });

  it('draws primary, secondary and prefix addresses', () => {
    const eni = eniIn('eni-1', ['10.0.0.3'], {
      privateIpAddress: '10.0.0.1',
      privateIps: [privateIp('10.0.0.1'), privateIp('10.0.0.2', { primary: true }), privateIp('10.0.0.4')],
      ipv4Prefixes: ['10.0.0.16/28'],
    });
    const { owners, counts, ...map } = mapOf(vSwitchWith('10.0.0.0/26'), [eniIn('eni-0', []), eni]);
    expect(drawn({ owners, counts, ...map })).toEqual([
      'Rpp.s...........',
      'PPPPPPPPPPPPPPPP',
      '................',
      '.............RRR',
    ]);
    expect([...owners.slice(0, 6)]).toEqual([-1, 1, 1, -1, 1, -1]);
    expect(counts).toMatchObject({ primary: 2, secondary: 1, prefix: 16, reserved: 4, free: 41 });
    expect([...map.delegated]).toEqual([0, 1, 0, 0]);
    expect(map.problems).toEqual([]);
  });

  it('draws what an Available ENI holds as idle, its prefixes too', () => {
    const eni = eniIn('eni-1', ['10.0.0.1'], { status: 'Available', ipv4Prefixes: ['10.0.0.16/28'] });
    expect(drawn(mapOf(vSwitchWith('10.0.0.0/26'), [eni])).slice(0, 2)).toEqual([
      'Ri..............',
      'iiiiiiiiiiiiiiii',
    ]);
  });

  it('draws what is not shown as other, in a conflict too', () => {
    const enis = [eniIn('eni-1', ['10.0.0.1', '10.0.0.2']), eniIn('eni-2', ['10.0.0.2'])];
    expect(drawn(mapOf(vSwitch, enis, ({ id }) => id === 'eni-2'))[0]).toBe('RoX.............');
  });

  it('knows an ENI by region and vSwitch, whatever account it is of', () => {
    const enis = [
      eniIn('eni-1', ['10.0.0.1'], { account: 'dev' }),
      eniIn('eni-2', ['10.0.0.2'], { region: 'cn-beijing' }),
      eniIn('eni-3', ['10.0.0.3'], { vSwitchId: 'vsw-2' }),
      eniIn('eni-4', ['10.0.0.4'], { vSwitchId: null }),
    ];
    expect(mapOf(vSwitch, enis)).toMatchObject({ counts: { free: 27, secondary: 1 }, problems: [] });
  });

  it.each([
    ['172.17.**.**', 'address_unreadable'],
    ['::1', 'address_unreadable'],
    ['10.0.0.32', 'address_outside'],
    ['9.255.255.255', 'address_outside'],
  ])('draws nothing for the address %s: %s', (value, code) => {
    const map = mapOf(vSwitch, [eniIn('eni-1', [value, value], { privateIpAddress: value })]);
    expect(map.counts.free).toBe(28);
    expect(map.problems).toEqual([{ code, eniId: 'eni-1', value }]);
  });

  it.each([
    ['10.0.**.**/28', 'prefix_unreadable', 28],
    ['10.0.0.16', 'prefix_unreadable', 28],
    ['10.0.0.5/28', 'prefix_misaligned', 28],
    ['10.0.0.32/28', 'prefix_outside', 28],
    ['10.0.0.0/26', 'prefix_outside', 28],
    ['10.0.0.8/29', 'prefix_size', 20],
  ])('of the prefix %s reports %s and leaves %s free', (value, code, free) => {
    const map = mapOf(vSwitch, [eniIn('eni-1', [], { ipv4Prefixes: [value] })]);
    expect(map.counts.free).toBe(free);
    expect(map.problems).toEqual([{ code, eniId: 'eni-1', value }]);
  });

  it('draws what lies on reserved addresses, and reports it', () => {
    const enis = [
      eniIn('eni-1', ['10.0.0.0'], { ipv4Prefixes: ['10.0.0.16/28'] }),
      eniIn('eni-2', ['10.0.0.1']),
    ];
    expect(drawn(mapOf(vSwitch, enis))).toEqual(['ss..............', 'PPPPPPPPPPPPPPPP']);
    expect(problemsOf(...enis)).toEqual([
      { code: 'address_reserved', eniId: 'eni-1', value: '10.0.0.0' },
      { code: 'prefix_reserved', eniId: 'eni-1', value: '10.0.0.16/28' },
    ]);
  });

  it('draws an address of two ENIs as a conflict, and reports each pair once', () => {
    const enis = [
      eniIn('eni-1', ['10.0.0.1'], { ipv4Prefixes: ['10.0.0.16/28'] }),
      eniIn('eni-2', ['10.0.0.1', '10.0.0.18'], { privateIpAddress: '10.0.0.1' }),
      eniIn('eni-3', [], { ipv4Prefixes: ['10.0.0.16/29'] }),
    ];
    const map = mapOf(vSwitch, enis);
    expect(drawn(map)).toEqual(['RX..............', 'XXXXXXXXPPPPPPPP']);
    expect(map.problems.filter(({ code }) => code === 'conflict')).toEqual([
      { code: 'conflict', eniId: 'eni-2', otherEniId: 'eni-1', value: '10.0.0.1' },
      { code: 'conflict', eniId: 'eni-2', otherEniId: 'eni-1', value: '10.0.0.18' },
      { code: 'conflict', eniId: 'eni-3', otherEniId: 'eni-1', value: '10.0.0.16/29' },
    ]);
  });

  it('sees no conflict of an ENI with itself', () => {
    const eni = eniIn('eni-1', ['10.0.0.17', '10.0.0.1', '10.0.0.1'], { ipv4Prefixes: ['10.0.0.0/28'] });
    expect(mapOf(vSwitch, [eni, eni]).counts.conflict).toBe(0);
  });

  it('counts each address once, whatever the ENIs say', () => {
    fc.assert(
      fc.property(anyUsage, fc.boolean(), ({ vSwitch, enis }, isShown) => {
        const { size, counts, owners } = mapOf(vSwitch, enis, () => isShown);
        const used = heldAddresses(vSwitch, enis).size;
        expect(size - counts.free - counts.reserved).toBe(used);
        expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(size);
        expect(owners.filter((owner) => owner >= 0).length).toBe(used);
      }),
    );
  });

  it('gives an address to an ENI that holds it', () => {
    fc.assert(
      fc.property(anyUsage, ({ vSwitch, enis }) => {
        const { first, owners } = mapOf(vSwitch, enis);
        const held = enis.map((eni) =>
          heldAddresses(
            vSwitch,
            enis.filter(({ id }) => id === eni.id),
          ),
        );
        const wrong = [...owners].filter((owner, at) => owner >= 0 && !held[owner]?.has(BigInt(first + at)));
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('is exact on a /16 with 40,000 addresses', () => {
    const enis = Array.from({ length: 10_000 }, (_, i) => {
      const at = (n: number) => ipv4Text(0xac100000 + 1 + i * 4 + n);
      return eniIn(`eni-${i}`, [at(1), at(2), at(3)], { privateIpAddress: at(0) });
    });
    const spare = eniIn('eni-spare', [], { status: 'Available', ipv4Prefixes: ['172.16.255.0/28'] });
    const { counts, problems } = mapOf(vSwitchWith('172.16.0.0/16'), [...enis, spare]);
    expect(counts).toEqual({
      free: 65_536 - 4 - 40_000 - 16,
      reserved: 4,
      primary: 10_000,
      secondary: 30_000,
      prefix: 0,
      idle: 16,
      other: 0,
      conflict: 0,
      discovered: 0,
    });
    expect(problems).toEqual([]);
  });
});
