import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BLOCK_STATES,
  blocksInside,
  blocksOf,
  fragmentationScore,
  freeBlocks,
  largestFreeRun,
  nextFree,
  nextFreeBlock,
  scoreBand,
} from './blocks';
import { STATE } from './occupancy';
import { anyUsage, eniIn, ipv4Text, mapOf, vSwitchWith } from './usage.test-kit';

const row = (first: number, length: number) => Array.from({ length }, (_, i) => ipv4Text(first + i));
const NET = 0x0a000000;

describe('blocksOf', () => {
  it('tells free, fragmented, full, delegated and reserved blocks apart', () => {
    const enis = [
      eniIn('eni-1', ['10.0.0.1', '10.0.0.20', ...row(NET + 32, 16)], { ipv4Prefixes: ['10.0.0.64/28'] }),
      eniIn('eni-2', [], { status: 'Available', ipv4Prefixes: ['10.0.0.80/28'] }),
    ];
    const occupancy = mapOf(vSwitchWith('10.0.0.0/25'), enis);
    const { states, used } = blocksOf(occupancy);
    expect(Array.from(states, (state) => BLOCK_STATES[state])).toEqual([
      'reserved',
      'fragmented',
      'full',
      'free',
      'delegated',
      'delegated',
      'free',
      'reserved',
    ]);
    expect([...used]).toEqual([1, 1, 16, 0, 16, 16, 0, 0]);
    expect(fragmentationScore({ states, used })).toBe(50);
    expect(freeBlocks({ states, used })).toBe(2);
    expect(nextFreeBlock(occupancy, NET)).toBe(NET + 48);
    expect(nextFreeBlock(occupancy, NET + 49)).toBe(NET + 96);
    expect(nextFreeBlock(occupancy, NET + 97)).toBe(NET + 48);
  });

  it.each([
    ['10.0.0.0/29', []],
    ['10.0.0.0/28', ['reserved']],
    ['10.0.0.0/27', ['reserved', 'reserved']],
  ])('finds no block for a prefix in %s', (cidrBlock, states) => {
    const occupancy = mapOf(vSwitchWith(cidrBlock), []);
    const blocks = blocksOf(occupancy);
    expect(Array.from(blocks.states, (state) => BLOCK_STATES[state])).toEqual(states);
    expect(fragmentationScore(blocks)).toBeNull();
    expect(nextFreeBlock(occupancy, NET)).toBeNull();
  });

  it('does not depend on which ENIs are shown', () => {
    fc.assert(
      fc.property(anyUsage, ({ vSwitch, enis }) => {
        const text = (isShown: boolean) => {
          const { states, used } = blocksOf(mapOf(vSwitch, enis, () => isShown));
          return `${states} ${used}`;
        };
        expect(text(false)).toBe(text(true));
      }),
    );
  });

  it('counts as free the blocks with 16 free addresses', () => {
    fc.assert(
      fc.property(anyUsage, ({ vSwitch, enis }) => {
        const occupancy = mapOf(vSwitch, enis);
        let free = 0;
        for (let at = 0; at + 16 <= occupancy.size; at += 16) {
          if (occupancy.states.subarray(at, at + 16).every((state) => state === STATE.free)) free++;
        }
        expect(freeBlocks(blocksOf(occupancy))).toBe(free);
      }),
    );
  });
});

describe('scoreBand', () => {
  it.each([
    [0, 'healthy'],
    [24, 'healthy'],
    [25, 'low'],
    [49, 'low'],
    [50, 'medium'],
    [75, 'high'],
    [99, 'high'],
    [100, 'critical'],
  ])('%s is %s', (score, band) => expect(scoreBand(score)).toBe(band));
});

describe('largestFreeRun', () => {
  it.each([
    [[], 1, 12],
    [['10.0.0.5'], 6, 7],
    [['10.0.0.4', '10.0.0.8', '10.0.0.12'], 1, 3],
  ])('beside %j starts at .%s and has %s', (held, start, length) =>
    expect(largestFreeRun(mapOf(vSwitchWith('10.0.0.0/28'), [eniIn('eni-1', held)]))).toEqual({
      first: NET + start,
      length,
    }),
  );

  it('is none in a full vSwitch', () => {
    const full = mapOf(vSwitchWith('10.0.0.0/29'), [eniIn('eni-1', row(NET + 1, 4))]);
    expect(largestFreeRun(full)).toBeNull();
    expect(nextFree(full, NET)).toBeNull();
  });
});

describe('nextFree', () => {
  it('agrees with a search by hand, from inside and outside', () => {
    fc.assert(
      fc.property(anyUsage, fc.integer({ min: -3, max: 70_000 }), ({ vSwitch, enis }, step) => {
        const occupancy = mapOf(vSwitch, enis);
        const from = occupancy.first + (step % (occupancy.size + 3));
        const free = [...occupancy.states.keys()]
          .filter((at) => occupancy.states[at] === STATE.free)
          .map((at) => occupancy.first + at);
        expect(nextFree(occupancy, from)).toBe(free.find((address) => address >= from) ?? free[0] ?? null);
      }),
    );
  });
});

describe('blocksInside', () => {
  const occupancy = mapOf(vSwitchWith('10.0.0.0/24'), [eniIn('eni-1', ['10.0.0.20'])]);
  const inside = (...ranges: [number, number][]) =>
    blocksInside(
      occupancy,
      blocksOf(occupancy),
      ranges.map(([first, length]) => ({ first: NET + first, length })),
    );

  it('counts whole blocks in ranges, and those of them that are free', () => {
    expect(inside([16, 32])).toEqual({ all: 2, free: 1 });
    expect(inside([16, 32], [32, 32])).toEqual({ all: 3, free: 2 });
    expect(inside([40, 8])).toEqual({ all: 0, free: 0 });
  });

  it('knows no block outside the vSwitch, and none that a prefix cannot have', () =>
    expect(inside([-64, 1024])).toEqual({ all: 16, free: 13 }));
});
