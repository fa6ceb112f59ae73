import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADDRESS_STATES } from './occupancy';
import { type Run, runsOf } from './runs';
import { anyUsage, eniIn, mapOf, vSwitchWith } from './usage.test-kit';

describe('runsOf', () => {
  it('writes a vSwitch as rows', () => {
    const enis = [eniIn('eni-1', ['10.0.0.1', '10.0.0.2']), eniIn('eni-2', ['10.0.0.3'])];
    const runs = runsOf(mapOf(vSwitchWith('10.0.0.0/28'), enis));
    expect(runs.map(({ first, length, state, owner }) => [first & 255, length, state, owner])).toEqual([
      [0, 1, 'reserved', -1],
      [1, 2, 'secondary', 0],
      [3, 1, 'secondary', 1],
      [4, 9, 'free', -1],
      [13, 3, 'reserved', -1],
    ]);
  });

  it('covers every address once, in order, in as few rows as can be', () => {
    fc.assert(
      fc.property(anyUsage, ({ vSwitch, enis }) => {
        const occupancy = mapOf(vSwitch, enis);
        const { first, size, states, owners } = occupancy;
        let next = first;
        let before: Run | undefined;
        for (const run of runsOf(occupancy)) {
          const [from, until] = [next - first, next - first + run.length];
          expect(run.first).toBe(next);
          expect(states.subarray(from, until).every((s) => ADDRESS_STATES[s] === run.state)).toBe(true);
          expect(owners.subarray(from, until).every((owner) => owner === run.owner)).toBe(true);
          expect(before?.state === run.state && before.owner === run.owner).toBe(false);
          before = run;
          next += run.length;
        }
        expect(next).toBe(first + size);
      }),
    );
  });
});
