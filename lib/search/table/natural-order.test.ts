import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runSteps } from '@/lib/steps/run-steps';
import { naturalOrderSteps } from './natural-order';

const naturalOrder = (texts: readonly string[]) => runSteps(naturalOrderSteps(texts));

describe('naturalOrderSteps', () => {
  it('counts as people do, whatever the capitals', () =>
    expect(naturalOrder(['node-10', 'Node-9', 'node-9', 'node', 'node-009', '日志', 'a_1', 'a-1'])).toEqual([
      'a-1',
      'a_1',
      'node',
      'Node-9',
      'node-009',
      'node-9',
      'node-10',
      '日志',
    ]));

  it('orders numbers of any length by their value', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.bigInt({ min: 0n, max: 10n ** 60n })), (numbers) => {
        const inOrder = [...numbers].sort((a, b) => (a < b ? -1 : 1));
        expect(naturalOrder(numbers.map(String))).toEqual(inOrder.map(String));
      }),
    ));

  it('is one order, whatever came first', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' })), (texts) => {
        expect(naturalOrder([...texts].reverse())).toEqual(naturalOrder(texts));
        expect([...naturalOrder(texts)].sort()).toEqual([...texts].sort());
      }),
    ));
});
