import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBlock } from '@/lib/eni/ip';
import { observedOf } from './observed';
import { ADDRESS_STATES } from './occupancy';
import { anyUsage, eniIn, heldAddresses, ipv4Text, mapOf, vSwitchWith } from './usage.test-kit';

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) };
const only = (...given: Parameters<typeof observedOf>) => observedOf(...given)[0] ?? expect.unreachable();

describe('observedOf', () => {
  it('draws the /24 squares that ENIs touch, and knows no reserved address', () => {
    const enis = [
      eniIn('eni-1', ['10.0.5.0', '10.0.0.255'], { vpcId: 'vpc-1', ipv4Prefixes: ['10.0.5.16/28'] }),
      eniIn('eni-2', ['10.0.5.1'], { account: 'dev', zoneId: 'cn-hangzhou-k', status: 'Available' }),
      eniIn('eni-3', ['10.0.0.255']),
      eniIn('eni-4', ['10.0.0.9'], { vSwitchId: null }),
    ];
    const { squares, ...seen } = only(enis, ({ id }) => id !== 'eni-3');
    expect(seen).toEqual({
      accounts: ['prod', 'dev'],
      region: 'cn-hangzhou',
      id: 'vsw-1',
      vpcId: 'vpc-1',
      zoneId: 'cn-hangzhou-k',
      seen: 19,
      hint: '10.0.0.0/21',
      problems: [{ code: 'conflict', eniId: 'eni-3', otherEniId: 'eni-1', value: '10.0.0.255' }],
    });
    expect(squares.map(({ first }) => ipv4Text(first))).toEqual(['10.0.0.0', '10.0.5.0']);
    const cell = (square: number, at: number) => {
      const { states, owners } = squares[square] ?? expect.unreachable();
      return [ADDRESS_STATES[states[at] as number], owners[at]];
    };
    expect([cell(0, 255), cell(0, 0), cell(1, 0), cell(1, 1), cell(1, 31)]).toEqual([
      ['conflict', 0],
      ['free', -1],
      ['secondary', 0],
      ['idle', 1],
      ['prefix', 0],
    ]);
  });

  it('has a vSwitch of which nothing can be read, without a hint', () =>
    expect(only([eniIn('eni-1', ['172.17.**.**'], { ipv4Prefixes: ['10.0.0.0/8'] })])).toMatchObject({
      squares: [],
      seen: 0,
      hint: null,
      problems: [
        { code: 'address_unreadable' },
        { code: 'prefix_size' },
        { code: 'prefix_outside', value: '10.0.0.0/8' },
      ],
    }));

  it('takes an ENI that two accounts see for one', () =>
    expect(
      only([eniIn('eni-1', ['10.0.0.9']), eniIn('eni-1', ['10.0.0.9'], { account: 'dev' })]),
    ).toMatchObject({
      accounts: ['prod', 'dev'],
      seen: 1,
      hint: '10.0.0.9',
      problems: [],
    }));

  it('has every vSwitch of the ENIs once, in order', () => {
    fc.assert(
      fc.property(anyUsage, ({ enis }) => {
        const named = enis.filter(({ vSwitchId }) => vSwitchId !== null);
        const keys = new Set(named.map(({ region, vSwitchId }) => `${region}/${vSwitchId}`));
        expect(observedOf(enis).map(({ region, id }) => `${region}/${id}`)).toEqual([...keys].sort());
      }),
      RUNS,
    );
  });

  it('counts and draws each address held once, in its hint', () => {
    fc.assert(
      fc.property(anyUsage, ({ enis }) => {
        const isSmall = (prefix: string) => prefix !== '0.0.0.0/0';
        const readable = enis.map((eni) => ({ ...eni, ipv4Prefixes: eni.ipv4Prefixes.filter(isSmall) }));
        for (const { region, id, squares, seen, hint } of observedOf(enis)) {
          const held = [...heldAddresses({ ...vSwitchWith('0.0.0.0/0'), region, id }, readable)];
          const drawn = squares.flatMap(({ first, owners }) =>
            [...owners.keys()].filter((at) => owners[at] !== -1).map((at) => BigInt(first + at)),
          );
          expect(seen).toBe(held.length);
          expect(drawn).toEqual(held.sort((a, b) => (a < b ? -1 : 1)));
          const around = parseBlock(hint ?? '');
          expect(drawn.every((address) => around && address >= around.first && address <= around.last)).toBe(
            true,
          );
        }
      }),
      RUNS,
    );
  });

  it('draws the states and owners of the map with a CIDR, where all lie in it', () => {
    fc.assert(
      fc.property(anyUsage, fc.boolean(), ({ vSwitch, enis }, isShown) => {
        const { first: start, states, owners, problems } = mapOf(vSwitch, enis, () => isShown);
        fc.pre(!problems.some(({ code }) => code.endsWith('_outside')));
        const observed = observedOf(enis, () => isShown).find(
          (each) => each.id === 'vsw-1' && each.region === vSwitch.region,
        );
        for (const { first, ...square } of observed?.squares ?? []) {
          const wrong = [...square.owners.keys()].filter((at) => {
            const place = first + at - start;
            const owner = owners[place] ?? -1;
            return owner !== square.owners[at] || (owner >= 0 && states[place] !== square.states[at]);
          });
          expect(wrong).toEqual([]);
        }
      }),
      RUNS,
    );
  });
});
