import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runSteps } from '@/lib/steps/run-steps';
import { lookArbitrary, lookWith, rowWith } from './changes.test-kit';
import { type KeptHead, keepSteps, MOST_LOOKS, MOST_ROWS, recallSteps, withHead } from './kept-look';

const recall = (kept: unknown) => runSteps(recallSteps(kept));

describe('a kept look', () => {
  it('comes back as it was', () =>
    fc.assert(
      fc.property(lookArbitrary, (look) => {
        const kept = runSteps(keepSteps(look));
        expect(recall(structuredClone(kept))).toEqual(look);
      }),
    ));

  it('comes back however long it is', () => {
    const look = lookWith(Array.from({ length: 2500 }, (_, n) => rowWith({ id: `eni-${n}` })));
    expect(recall(runSteps(keepSteps(look)))).toEqual(look);
  });

  const kept = runSteps(keepSteps(lookWith([rowWith()])));
  it.each([
    ['newer', { ...kept, v: 2 }],
    ['newer', { v: 7 }],
    ['corrupt', undefined],
    ['corrupt', 'x'],
    ['corrupt', { ...kept, takenAt: 'yesterday' }],
    ['corrupt', { ...kept, rows: ['[['] }],
    ['corrupt', { ...kept, rows: ['[["prod"]]'] }],
    ['corrupt', { ...kept, scope: null }],
  ])('is %s where it is %j', (issue, stored) => expect(recall(stored)).toBe(issue));
});

describe('withHead', () => {
  const heads = (count: number, rows: number): KeptHead[] =>
    Array.from({ length: count }, (_, n) => ({ search: `region=${n}`, rows }));

  it('keeps the latest ten searches, the added one first and once', () => {
    const kept = withHead(heads(12, 5), { search: 'region=3', rows: 9 });
    expect(kept).toHaveLength(MOST_LOOKS);
    expect(kept?.filter(({ search }) => search === 'region=3')).toEqual([{ search: 'region=3', rows: 9 }]);
    expect(kept?.[0]).toEqual({ search: 'region=3', rows: 9 });
  });

  it('keeps so many ENIs and no more', () => {
    expect(withHead(heads(5, 100_000), { search: '', rows: 100_000 })).toHaveLength(2);
    expect(withHead([], { search: '', rows: MOST_ROWS + 1 })).toBeNull();
  });
});
