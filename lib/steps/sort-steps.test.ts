import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mapSteps } from './map-steps';
import { runSteps } from './run-steps';
import { sortSteps } from './sort-steps';

type Item = { rank: number; at: number };
const byRank = (a: Item, b: Item) => a.rank - b.rank;

it('sorts as the language does, equals in the order they came', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 5000 }), (count, ranks) => {
      const items = Array.from({ length: count }, (_, at) => ({ rank: (at * 7919) % ranks, at }));
      expect(runSteps(sortSteps(items, byRank))).toEqual([...items].sort(byRank));
    }),
    { numRuns: 20 },
  ));

it('sorts and maps many in many steps', () => {
  const items = Array.from({ length: 50_000 }, (_, at) => 50_000 - at);
  expect([...sortSteps(items, (a, b) => a - b)].length).toBeGreaterThan(20);
  expect([...mapSteps(items, String)].length).toBeGreaterThan(10);
  expect(runSteps(mapSteps(items, String))).toEqual(items.map(String));
});
