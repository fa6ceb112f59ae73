import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBlock } from '@/lib/eni/ip';
import { cidrsOf, largestCidrIn } from './ranges';

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) };
const ALL = 2 ** 32;
const anyRange = fc
  .tuple(fc.oneof(fc.nat({ max: ALL - 1 }), fc.constantFrom(0, ALL / 2, ALL - 16)), fc.nat({ max: 32 }))
  .chain(([first, bits]) =>
    fc.record({
      first: fc.constant(first),
      length: fc.oneof(
        fc.integer({ min: 1, max: Math.min(ALL - first, 2 ** bits) }),
        fc.constant(ALL - first),
      ),
    }),
  );

const blocksOf = (cidrs: string[]) =>
  cidrs.map((cidr) => {
    const block = parseBlock(cidr) ?? expect.unreachable();
    return { first: Number(block.first), last: Number(block.last), prefix: block.prefix };
  });

describe('cidrsOf', () => {
  it.each([
    [0x0a000001, 1, ['10.0.0.1']],
    [0x0a000000, 256, ['10.0.0.0/24']],
    [0x0a000001, 4, ['10.0.0.1', '10.0.0.2/31', '10.0.0.4']],
    [0x0a000004, 12, ['10.0.0.4/30', '10.0.0.8/29']],
    [0, ALL, ['0.0.0.0/0']],
    [ALL - 1, 1, ['255.255.255.255']],
    [0x0a000000, 0, []],
  ])('writes %s and %s more as %j', (first, length, cidrs) => expect(cidrsOf(first, length)).toEqual(cidrs));

  it('covers the range exactly, in order, each address once', () => {
    fc.assert(
      fc.property(anyRange, ({ first, length }) => {
        let next = first;
        for (const block of blocksOf(cidrsOf(first, length))) {
          expect(block.first).toBe(next);
          next = block.last + 1;
        }
        expect(next).toBe(first + length);
      }),
      RUNS,
    );
  });

  it('has no two halves of one CIDR, so none can be saved', () => {
    fc.assert(
      fc.property(anyRange, ({ first, length }) => {
        const blocks = blocksOf(cidrsOf(first, length));
        const halves = blocks.filter((block, at) => {
          const size = block.last - block.first + 1;
          return block.prefix === blocks[at + 1]?.prefix && block.first % (size * 2) === 0;
        });
        expect(halves).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('largestCidrIn', () => {
  it.each([
    [0x0a000001, 1, { first: 0x0a000001, prefix: 32 }],
    [0x0a000001, 62, { first: 0x0a000010, prefix: 28 }],
    [0x0a000001, 300, { first: 0x0a000080, prefix: 25 }],
    [0, ALL, { first: 0, prefix: 0 }],
    [0x0a000000, 0, null],
  ])('of %s and %s more is %j', (first, length, largest) =>
    expect(largestCidrIn(first, length)).toEqual(largest),
  );

  it('is the first of the largest that the range is made of', () => {
    fc.assert(
      fc.property(anyRange, ({ first, length }) => {
        const blocks = blocksOf(cidrsOf(first, length));
        const prefix = Math.min(...blocks.map((block) => block.prefix));
        const largest = blocks.find((block) => block.prefix === prefix);
        expect(largestCidrIn(first, length)).toEqual({ first: largest?.first, prefix });
      }),
      RUNS,
    );
  });
});
