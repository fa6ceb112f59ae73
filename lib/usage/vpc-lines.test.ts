import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vpc, VSwitch } from '@/lib/eni/vswitch';
import { ipv4Text } from './usage.test-kit';
import { partRows, sortParts, vpcLines } from './vpc-lines';
import { vpcMapOf } from './vpc-map';

const vpc = (cidrBlock: string) => ({ id: 'vpc-1', cidrBlock, secondaryCidrBlocks: [] as string[] }) as Vpc;
const vSwitch = (id: string, cidrBlock: string) =>
  ({ id, region: 'cn-hangzhou', name: null, cidrBlock }) as VSwitch;

const anyVpc = fc
  .record({
    prefix: fc.integer({ min: 8, max: 24 }),
    vSwitches: fc.array(fc.record({ prefix: fc.integer({ min: 16, max: 29 }), at: fc.nat() }), {
      maxLength: 20,
    }),
  })
  .map(({ prefix, vSwitches }) => {
    const size = 2 ** (32 - prefix);
    const first = 0x0a000000;
    return vpcMapOf(
      vpc(`10.0.0.0/${prefix}`),
      vSwitches.map((each, index) => {
        const length = 2 ** (32 - each.prefix);
        const at = (each.at % size) - ((each.at % size) % length);
        return vSwitch(`vsw-${index}`, `${ipv4Text(first + at)}/${each.prefix}`);
      }),
    ).blocks;
  });

describe('the lines of a VPC', () => {
  it('tile its CIDR in order, each cut from end to end, and few enough to be seen', () =>
    fc.assert(
      fc.property(anyVpc, (blocks) => {
        for (const block of blocks) {
          const lines = vpcLines(block, 0.01);
          expect(lines.length).toBeLessThanOrEqual(64);
          let at = block.first;
          for (const line of lines) {
            expect(line.first).toBe(at);
            at += line.length;
            expect([line.segments[0]?.from, line.segments.at(-1)?.to]).toEqual([0, 1]);
          }
          expect(at).toBe(block.first + block.size);
        }
      }),
      { numRuns: 60 },
    ));

  it('are one where a gap or a vSwitch goes on', () => {
    const [block] = vpcMapOf(vpc('10.0.0.0/12'), [
      vSwitch('vsw-1', '10.1.0.0/16'),
      vSwitch('vsw-2', '10.2.0.0/24'),
    ]).blocks;
    const lines = block ? vpcLines(block, 0.001) : [];
    expect(lines.map(({ length, segments }) => [length, segments.length])).toEqual([
      [65_536, 1],
      [65_536, 1],
      [16_384, 2],
      [917_504 - 16_384, 1],
    ]);
  });
});

it('the rows of a VPC are its parts, and are sorted by any column', () => {
  const { blocks } = vpcMapOf(vpc('10.0.0.0/22'), [
    vSwitch('vsw-9', '10.0.1.0/24'),
    vSwitch('vsw-10', '10.0.1.128/25'),
  ]);
  const rows = partRows(blocks);
  expect(rows.map(({ said, kind, largest, vSwitches }) => [said, kind, largest ?? vSwitches.length])).toEqual(
    [
      ['10.0.0.0 – .255', 'gap', '10.0.0.0/24'],
      ['10.0.1.0 – .127', 'vswitch', 1],
      ['10.0.1.128 – .255', 'overlap', 2],
      ['10.0.2.0 – .3.255', 'gap', '10.0.2.0/23'],
    ],
  );
  const sorted = (column: string, descending: boolean) =>
    sortParts(rows, { column, descending }).map(({ first }) => (first >>> 7) & 7);
  expect(sorted('addresses', true)).toEqual([4, 0, 2, 3]);
  expect(sorted('range', true)).toEqual([4, 3, 2, 0]);
});
