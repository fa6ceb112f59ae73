import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignSlots } from './row-slots';

describe('assignSlots', () => {
  it('gives rows that come the slots of those that left, in order', () => {
    const first = assignSlots(new Map(), [0, 1, 2, 3]);
    expect([...assignSlots(first, [100, 101, 102, 103])]).toEqual([
      [100, 0],
      [101, 1],
      [102, 2],
      [103, 3],
    ]);
  });

  it('leaves rows that stay where they are', () => {
    const first = assignSlots(new Map(), [0, 1, 2]);
    expect([...assignSlots(first, [1, 2, 3])]).toEqual([
      [1, 1],
      [2, 2],
      [3, 0],
    ]);
  });

  it('never gives one slot twice, nor more slots than rows at once', () => {
    const window = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(fc.array(window, { minLength: 1 }), (windows) => {
        let slots = new Map<number, number>();
        let most = 0;
        for (const [start, size] of windows) {
          slots = assignSlots(
            slots,
            Array.from({ length: size }, (_, i) => start + i),
          );
          most = Math.max(most, ...slots.values());
          expect(new Set(slots.values()).size).toBe(size);
        }
        expect(most).toBeLessThan(20);
      }),
    );
  });
});
