import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideReading, type Facts, likelySizes, whyRead } from './reading-plan';

const facts = (more: Partial<Facts> = {}): Facts => ({
  total: 20_000,
  rate: 8,
  concurrency: 8,
  latencyMs: 150,
  arePagesGranted: false,
  sizes: {},
  likely: {},
  ...more,
});
const wide = { rate: 1000, concurrency: 16 };

/** The final way of reading, and the requests before it. */
function decided(start: Facts, answers: Facts['sizes']) {
  const asked: string[] = [];
  let known = start;
  for (;;) {
    const decision = decideReading(known);
    if ('way' in decision) return { ...decision, asked };
    asked.push(decision.ask);
    known = { ...known, sizes: { ...known.sizes, [decision.ask]: answers[decision.ask] ?? null } };
  }
}

describe('decideReading', () => {
  it('takes numbered pages where they are granted, without asking for more', () => {
    const { way, asked } = decided(facts({ arePagesGranted: true }), {});
    expect(way).toMatchObject({ by: 'pages', calls: 21 });
    expect(asked).toEqual([]);
  });

  it('reads few pages one after another', () =>
    expect(decided(facts({ total: 1900, likely: { type: [900, 1000] } }), {})).toMatchObject({
      way: { by: 'whole', calls: 4 },
      asked: [],
    }));

  const mostInOne = [17_000, 2000, 1000];

  it('reads in two parts at the default rate, where types add up', () =>
    expect(
      decided(facts({ likely: { type: [9000, 11_000], vpc: mostInOne } }), { type: [9000, 11_000] }),
    ).toMatchObject({ way: { by: 'type', parts: 2, calls: 40 }, asked: ['type'] }));

  it('goes by VPC where types do not add up, and never by a hundred vSwitches', () => {
    const vpc = [80_000, 12_000, 8000];
    const likely = { type: [45_000, 55_000], vpc, vswitch: Array(80).fill(1250) };
    expect(decided(facts({ total: 100_000, likely }), { vpc })).toMatchObject({
      way: { by: 'vpc' },
      asked: ['type', 'vpc'],
    });
  });

  it('goes by VPC without counting types, where no VPC has most of all', () =>
    expect(
      decided(facts({ likely: { type: [9000, 11_000], vpc: [10_000, 7000, 3000] } }), {
        vpc: [10_000, 7000, 3000],
      }),
    ).toMatchObject({ way: { by: 'vpc', calls: 40 }, asked: ['vpc'] }));

  it('goes by vSwitch where there are few, of which none is as large as the others together', () =>
    expect(
      decided(facts({ total: 30_000, likely: { vpc: [30_000], vswitch: [13_000, 10_000, 7000] } }), {
        vswitch: [12_806, 10_163, 7031],
      }),
    ).toMatchObject({ way: { by: 'vswitch', calls: 62 }, asked: ['vswitch'] }));

  it('reads one page after another where one part is nearly all, or the parts have few each', () => {
    for (const vpc of [[19_000, 500, 500], Array(60).fill(333)])
      expect(decided(facts({ likely: { vpc } }), {})).toMatchObject({ way: { by: 'whole' }, asked: [] });
  });

  it('goes by vSwitch where many calls can be under way', () => {
    const vswitch = Array(300).fill(333);
    expect(
      decided(facts({ total: 100_000, ...wide, likely: { vswitch, type: [50_000, 50_000] } }), { vswitch }),
    ).toMatchObject({ way: { by: 'vswitch', parts: 300 }, asked: ['vswitch'] });
  });

  it('asks for nothing where one call at a time is as quick as the rate', () =>
    expect(decided(facts({ rate: 2, likely: { type: [9000, 11_000] } }), {})).toMatchObject({
      way: { by: 'whole' },
      asked: [],
    }));

  it('never takes a way with more calls than another that is as quick', () =>
    fc.assert(
      fc.property(
        fc.record({
          total: fc.nat(200_000),
          rate: fc.integer({ min: 1, max: 1000 }),
          concurrency: fc.integer({ min: 1, max: 100 }),
          latencyMs: fc.integer({ min: 1, max: 2000 }),
          arePagesGranted: fc.boolean(),
        }),
        fc.array(fc.nat(9000), { maxLength: 30 }),
        fc.array(fc.nat(9000), { maxLength: 30 }),
        (known, parts, guesses) => {
          const of = (sizes: number[]) => ({
            type: sizes.slice(0, 2),
            vpc: sizes.slice(2, 9),
            vswitch: sizes,
          });
          const { way, others } = decided({ ...known, sizes: {}, likely: of(guesses) }, of(parts));
          for (const other of others) {
            expect(other.seconds < way.seconds && other.calls < way.calls).toBe(false);
            if (other.seconds <= way.seconds) expect(other.calls).toBeGreaterThanOrEqual(way.calls);
          }
        },
      ),
    ));
});

describe('whyRead', () => {
  it('says what it costs and what another way would', () => {
    const { way, others } = decided(facts({ likely: { type: [9000, 11_000] } }), {
      type: [9000, 11_000],
    });
    expect(whyRead(way, others)).toBe(
      'read in 2 parts by type: 40 calls, about 5.1 s; one page after another it would be 40 calls, about 6.0 s',
    );
  });
});

describe('likelySizes', () => {
  const rowsOf = (sizes: readonly number[]) =>
    sizes.flatMap((size, at) => Array<string>(size).fill(`v${at}`));

  it('is what the rows show, where each part has several of them', () =>
    expect(likelySizes(rowsOf([70, 20, 10]), 20_000)).toEqual([14_000, 4000, 2000]));

  it('guesses parts that none of the rows is of, from those that one row is of', () => {
    const likely = likelySizes(rowsOf([40, 2, 2, ...Array<number>(56).fill(1)]), 10_000);
    expect(likely.length).toBeGreaterThan(500);
    expect(likely[0]).toBeLessThan(4000);
  });

  it('is nothing of no rows', () => expect(likelySizes([], 100)).toEqual([]));

  it('gives away all there is, whatever the rows', () =>
    fc.assert(
      fc.property(
        fc.array(fc.nat(200), { minLength: 1, maxLength: 100 }),
        fc.nat(200_000),
        (values, total) => {
          const sizes = likelySizes(values.map(String), total);
          expect(sizes.every((size) => size >= 0 && Number.isFinite(size))).toBe(true);
          const sum = sizes.reduce((all, size) => all + size, 0);
          expect(Math.abs(sum - total)).toBeLessThanOrEqual(sizes.length);
        },
      ),
    ));
});
