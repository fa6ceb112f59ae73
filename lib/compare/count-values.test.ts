import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { sideInPart, sideWith, wholeSide } from './compare.test-kit';
import type { CountBy } from './compare-by';
import { type Counted, countValues, VALUE_KINDS } from './count-values';
import { axisEnd } from './scale';

const byArbitrary = fc.constantFrom<CountBy>('owner', 'vswitch', 'tag:app');
const all = ({ rows }: Counted) => VALUE_KINDS.flatMap((kind) => rows[kind]);
const DIFFERENCES = ['different', 'onlyHere', 'onlyThere'] as const;

describe('the counts of two sides', () => {
  it('add up to all ENIs of each', () =>
    fc.assert(
      fc.property(wholeSide, wholeSide, byArbitrary, (here, there, by) => {
        const rows = all(countValues(here, there, by));
        const sum = (side: 'here' | 'there') => rows.reduce((total, row) => total + row[side], 0);
        expect(sum('here')).toBe(here.enis.length);
        expect(sum('there')).toBe(there.enis.length);
        expect(new Set(rows.map(({ value }) => value)).size).toBe(rows.length);
      }),
    ));

  it('do not differ where the sides are one and the same', () =>
    fc.assert(
      fc.property(wholeSide, byArbitrary, (side, by) => {
        const { rows } = countValues(side, side, by);
        expect(all({ rows, most: 0 })).toEqual(rows.same);
      }),
    ));

  it('say the same the other way round', () =>
    fc.assert(
      fc.property(wholeSide, wholeSide, byArbitrary, (here, there, by) => {
        const one = countValues(here, there, by).rows;
        const other = countValues(there, here, by).rows;
        const values = (rows: Counted['rows'][keyof Counted['rows']]) =>
          rows.map(({ value }) => value).sort();
        expect(values(other.onlyHere)).toEqual(values(one.onlyThere));
        expect(values(other.different)).toEqual(values(one.different));
        expect(values(other.same)).toEqual(values(one.same));
      }),
    ));

  it('of a side in part make no difference that is none once it has been read', () =>
    fc.assert(
      fc.property(sideInPart, sideInPart, byArbitrary, (here, there, by) => {
        // With two partly read sides, nothing is known for certain.
        const partial = countValues(here.part, there.part, by).rows;
        for (const kind of DIFFERENCES) expect(partial[kind]).toEqual([]);
        // With one, only the values that the other side does not have.
        const half = countValues(here.part, sideWith(there.all), by).rows;
        const whole = countValues(sideWith(here.all), sideWith(there.all), by).rows;
        const values = new Set(whole.onlyHere.map(({ value }) => value));
        for (const { value } of half.onlyHere) expect(values).toContain(value);
        expect([...half.different, ...half.onlyThere]).toEqual([]);
      }),
    ));

  it('put the largest difference first and those without a value last', () => {
    const with_ = (app: string | null, count: number, from: number): Eni[] =>
      Array.from({ length: count }, (_, at) =>
        eniWith({ id: `eni-${from + at}`, tags: app === null ? [] : [{ key: 'app', value: app }] }),
      );
    const here = sideWith([...with_('a', 3, 0), ...with_('b', 9, 10), ...with_(null, 20, 30)]);
    const there = sideWith([...with_('a', 2, 0), ...with_('b', 1, 10), ...with_(null, 1, 30)]);
    const { rows, most } = countValues(here, there, 'tag:app');
    expect(rows.different.map(({ value }) => value)).toEqual(['b', 'a', null]);
    expect(most).toBe(20);
  });
});

it('an axis ends at an even round number that holds all', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (most) => {
      const end = axisEnd(most);
      expect(end).toBeGreaterThanOrEqual(most);
      expect(end % 2).toBe(0);
      expect(end).toBeLessThanOrEqual(Math.max(2, most * 2));
    }),
  ));
