import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Cidr, formatAddress, formatBlock, overlaps, parseBlock } from '@/lib/eni/ip';
import { blockIndex } from './block-index';

// Few values, so that blocks meet.
const v4 = fc
  .tuple(fc.nat(1023), fc.integer({ min: 20, max: 32 }))
  .map(([low, prefix]) =>
    formatBlock(blockOf(`${formatAddress({ family: 4, value: 167772160n + BigInt(low) })}/${prefix}`)),
  );
const v6 = fc
  .tuple(fc.nat(1023), fc.integer({ min: 110, max: 128 }))
  .map(([low, prefix]) => formatBlock(blockOf(`2408::${low.toString(16)}/${prefix}`)));
const block = fc.oneof(v4, v6, fc.constantFrom('0.0.0.0/0', '::/0', '255.255.255.255'));

function blockOf(text: string): Cidr {
  return parseBlock(text) as Cidr;
}

function found(blocks: string[], ask: 'someOfAddress' | 'someOfBlock', text: string): string[] {
  const index = blockIndex(blocks.map((each) => [blockOf(each), each] as const));
  const met: string[] = [];
  index[ask](text, (each) => met.push(each) < 0);
  return met.sort();
}

it('finds every block that meets a block, each once, and no other', () =>
  fc.assert(
    fc.property(fc.uniqueArray(block, { maxLength: 30 }), block, (blocks, asked) => {
      const cidr = asked.includes('/') ? asked : `${asked}/${asked.includes(':') ? 128 : 32}`;
      const meant = blocks.filter((each) => overlaps(blockOf(each), blockOf(asked))).sort();
      expect(found(blocks, 'someOfBlock', cidr)).toEqual(meant);
      if (!asked.includes('/')) expect(found(blocks, 'someOfAddress', asked)).toEqual(meant);
    }),
    { numRuns: 500 },
  ));

it.each(['172.17.**.**', '', '10.0.0', '010.0.0.1', 'x'])('no block holds %j', (text) => {
  expect(found(['0.0.0.0/0', '::/0'], 'someOfAddress', text)).toEqual([]);
  expect(found(['0.0.0.0/0', '::/0'], 'someOfBlock', text)).toEqual([]);
});
