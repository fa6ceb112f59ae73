import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vpc } from '@/lib/eni/vswitch';
import { formatIpv4 } from './ipv4';
import { overlapsOf, type Part, rowsOf, type VpcBlock, vpcMapOf } from './vpc-map';
import { anyMap, anyText, rangeOf, vpc, vSwitch } from './vpc-map.test-kit';

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) };

const claimants = (part: Part) =>
  part.kind === 'overlap' ? part.vSwitches : part.kind === 'vswitch' ? [part.vSwitch] : [];
const said = (part: Part) => {
  const who = claimants(part).map(({ id }) => id);
  const { first, prefix } = part.kind === 'gap' ? part.largest : { first: part.first, prefix: null };
  return `${who.join('+') || 'gap'} ${part.length} ${formatIpv4(first)}${prefix === null ? '' : `/${prefix}`}`;
};
/** The blocks and the problems of a VPC as text; its vSwitches are `v0`, `v1`... */
function linesOf(vpc: Vpc | null, ...cidrs: string[]): string[] {
  const { blocks, problems } = vpcMapOf(
    vpc,
    cidrs.map((cidr, at) => vSwitch(`v${at}`, cidr)),
  );
  const heads = blocks.map(({ cidr, isOutside, isKnown }) => [
    cidr,
    isOutside && 'outside',
    !isKnown && 'unknown',
  ]);
  return [
    ...blocks.map(({ parts }, at) => `${heads[at]?.filter(Boolean)}: ${parts.map(said).join(', ')}`),
    ...problems.map(({ code, vSwitchId, otherVSwitchId = '', value }) =>
      [code, vSwitchId, otherVSwitchId, value].filter(Boolean).join(' '),
    ),
  ];
}

describe('vpcMapOf', () => {
  it('tiles a VPC with its vSwitches and says the largest CIDR of each gap', () =>
    expect(linesOf(vpc('10.0.0.0/22', '192.168.0.0/24'), '10.0.2.0/26', '10.0.0.0/24')).toEqual([
      '10.0.0.0/22: v1 256 10.0.0.0, gap 256 10.0.1.0/24, v0 64 10.0.2.0, gap 448 10.0.3.0/24',
      '192.168.0.0/24: gap 256 192.168.0.0/24',
    ]));

  it('draws what vSwitches claim together as an overlap, and names each pair', () =>
    expect(linesOf(vpc('10.0.0.0/24'), '10.0.0.0/24', '10.0.0.64/26', '10.0.0.64/27')).toEqual([
      '10.0.0.0/24: v0 64 10.0.0.0, v0+v1+v2 32 10.0.0.64, v0+v1 32 10.0.0.96, v0 128 10.0.0.128',
      'vswitches_overlap v0 v1 10.0.0.64/26',
      'vswitches_overlap v0 v2 10.0.0.64/27',
      'vswitches_overlap v1 v2 10.0.0.64/27',
    ]));

  it('draws what lies in no CIDR of the VPC in blocks of its own', () =>
    expect(linesOf(vpc('10.0.1.0/24'), '10.0.0.0/23', '10.0.2.0/24', '10.0.3.0/24', '10.9.0.0/24')).toEqual([
      'outside: v0 256 10.0.0.0',
      '10.0.1.0/24: v0 256 10.0.1.0',
      'outside: v1 256 10.0.2.0, v2 256 10.0.3.0',
      'outside: v3 256 10.9.0.0',
      'vswitch_outside v0 10.0.0.0/23',
      'vswitch_outside v1 10.0.2.0/24',
      'vswitch_outside v2 10.0.3.0/24',
      'vswitch_outside v3 10.9.0.0/24',
    ]));

  it.each([
    [null, []],
    [vpc('10.**.**.**/16'), ['cidr_unreadable 10.**.**.**/16']],
    [vpc(null), ['cidr_unreadable']],
  ])('knows no gap and nothing outside of the VPC %j', (unknown, problems) =>
    expect(linesOf(unknown, '10.0.0.0/24', '10.0.2.0/24')).toEqual([
      'unknown: v0 256 10.0.0.0',
      'unknown: v1 256 10.0.2.0',
      ...problems,
    ]),
  );

  it('draws a vSwitch that two accounts see once, and a CIDR within another of the VPC not at all', () => {
    const doubled = vpc('10.0.0.0/24', '10.0.0.0/25', '10.0.0.0/24');
    const shared = [vSwitch('v', '10.0.0.0/24'), vSwitch('v', '10.0.0.0/24', 'dev')];
    const { blocks, problems } = vpcMapOf(doubled, shared);
    expect(blocks.map(({ cidr, parts }) => [cidr, parts.map(said)])).toEqual([
      ['10.0.0.0/24', ['v 256 10.0.0.0']],
    ]);
    expect(problems).toEqual([]);
  });

  it('has parts that add up to their block, in order, and no two blocks that meet', () => {
    fc.assert(
      fc.property(anyMap, ({ vpc, vSwitches }) => {
        let end = 0;
        for (const block of vpcMapOf(vpc, vSwitches).blocks) {
          expect(block.first).toBeGreaterThanOrEqual(end);
          end = block.first;
          for (const part of block.parts) {
            expect(part.first).toBe(end);
            end += part.length;
          }
          expect(end).toBe(block.first + block.size);
          expect(block.cidr === null && block.parts.some(({ kind }) => kind === 'gap')).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('draws each address of a vSwitch in one part that names it, and names what has no CIDR', () => {
    fc.assert(
      fc.property(anyMap, ({ vpc, vSwitches }) => {
        const { blocks, problems } = vpcMapOf(vpc, vSwitches);
        const parts = blocks.flatMap((block) => block.parts);
        for (const each of vSwitches) {
          const range = rangeOf(each.cidrBlock);
          const own = parts.filter((part) => claimants(part).includes(each));
          const isIn = ({ first, length }: Part) =>
            range !== null && first >= range.first && first + length <= range.end;
          expect(own.every(isIn)).toBe(true);
          expect(own.reduce((sum, part) => sum + part.length, 0)).toBe(range ? range.end - range.first : 0);
          const codes = problems.filter(({ vSwitchId }) => vSwitchId === each.id).map(({ code }) => code);
          expect(codes.includes('cidr_unreadable')).toBe(range === null);
        }
      }),
      RUNS,
    );
  });
});

describe('overlapsOf', () => {
  const named = (id: string, ...cidrs: [string, ...string[]]) => ({ ...vpc(...cidrs), id });

  it('finds the part that two VPCs share, in any of their CIDRs, and none of a VPC with itself', () => {
    const vpcs = [
      named('vpc-a', '10.1.0.0/16', '172.16.0.0/12', '172.16.0.0/24'),
      named('vpc-b', '10.0.0.0/8'),
      { ...named('vpc-b', '10.0.0.0/8'), account: 'dev' },
      named('vpc-c', '172.16.4.0/24', '192.168.0.0/16'),
    ];
    expect(overlapsOf(vpcs).map(({ a, b, cidr, length }) => [a.id, b.id, cidr, length])).toEqual([
      ['vpc-b', 'vpc-a', '10.1.0.0/16', 65_536],
      ['vpc-a', 'vpc-c', '172.16.4.0/24', 256],
    ]);
  });

  it('finds the pairs that a comparison of all finds', () => {
    const anyVpcs = fc.array(fc.tuple(anyText, fc.array(anyText, { maxLength: 1 })), { maxLength: 8 });
    fc.assert(
      fc.property(anyVpcs, (cidrs) => {
        const vpcs = cidrs.map(([first, more], at) => named(`vpc-${at}`, first, ...more));
        const ranges = vpcs.map((each) => [each.cidrBlock, ...each.secondaryCidrBlocks].map(rangeOf));
        const meet = (a: number, b: number) =>
          ranges[a]?.some((x) => ranges[b]?.some((y) => x && y && x.first < y.end && y.first < x.end));
        const slow = vpcs.flatMap((a, i) =>
          vpcs.filter((_, j) => j > i && meet(i, j)).map((b) => `${a.id} ${b.id}`),
        );
        const found = overlapsOf(vpcs).map(({ a, b }) => [a.id, b.id].sort().join(' '));
        expect(new Set(found)).toEqual(new Set(slow));
      }),
      RUNS,
    );
  });
});

describe('rowsOf', () => {
  it('cuts parts at the ends of rows and puts those too small to draw together', () => {
    const vSwitches = [
      vSwitch('a', '10.0.0.0/25'),
      vSwitch('b', '10.0.0.128/29'),
      vSwitch('c', '10.0.0.136/29'),
    ];
    const { blocks } = vpcMapOf(vpc('10.0.0.0/24'), vSwitches);
    const segments = rowsOf(blocks[0] as VpcBlock, 4, 0.2).map(({ row, from, to, ...segment }) =>
      [row, from, to, segment.kind === 'part' ? said(segment.part) : segment.count].join(' '),
    );
    expect(segments).toEqual([
      '0 0 1 a 128 10.0.0.0',
      '1 0 1 a 128 10.0.0.0',
      '2 0 0.25 2',
      '2 0.25 1 gap 112 10.0.0.192/26',
      '3 0 1 gap 112 10.0.0.192/26',
    ]);
  });

  it('tiles each row from its start to its end', () => {
    const anyShare = fc.double({ min: 0, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(anyMap, fc.nat({ max: 5 }), anyShare, ({ vpc, vSwitches }, bits, minShare) => {
        for (const block of vpcMapOf(vpc, vSwitches).blocks) {
          let end = 0;
          const wrong = rowsOf(block, 2 ** bits, minShare).filter(({ row, from, to, kind }) => {
            const isNext = row + from === end && from < to && to <= 1;
            end = row + to;
            return !isNext || (kind === 'part' && to - from < minShare);
          });
          expect(wrong).toEqual([]);
          expect(end).toBe(2 ** bits);
        }
      }),
      RUNS,
    );
  });
});
