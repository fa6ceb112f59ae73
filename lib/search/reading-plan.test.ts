import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideReading, type Facts, whyRead } from './reading-plan';

const facts = (more: Partial<Facts> = {}): Facts => ({
  total: 20_000,
  rate: 8,
  concurrency: 8,
  latencyMs: 150,
  arePagesGranted: false,
  sizes: {},
  ...more,
});
const wide = { rate: 1000, concurrency: 16 };

/** What is done in the end, and what was asked for before. */
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
    expect(decided(facts({ total: 1900 }), {})).toMatchObject({ way: { by: 'whole', calls: 4 }, asked: [] }));

  it('reads in two parts at the default rate, where types add up', () =>
    expect(decided(facts(), { type: [9000, 11_000] })).toMatchObject({
      way: { by: 'type', parts: 2, calls: 40 },
      asked: ['type'],
    }));

  it('goes by VPC where types do not add up, and never by a hundred vSwitches', () =>
    expect(decided(facts(), { vpc: [12_000, 6000, 2000], vswitch: Array(100).fill(200) })).toMatchObject({
      way: { by: 'vpc' },
      asked: ['type', 'vpc'],
    }));

  it('goes by vSwitch where many calls can be under way', () =>
    expect(
      decided(facts({ total: 100_000, ...wide }), { vswitch: Array(300).fill(333), type: [50_000, 50_000] }),
    ).toMatchObject({ way: { by: 'vswitch', parts: 300 } }));

  it('asks for nothing where one call at a time is as quick as the rate', () =>
    expect(decided(facts({ rate: 2 }), {})).toMatchObject({ way: { by: 'whole' }, asked: [] }));

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
        (known, parts) => {
          const answers = { type: parts.slice(0, 2), vpc: parts.slice(2, 9), vswitch: parts };
          const { way, others } = decided({ ...known, sizes: {} }, answers);
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
    const { way, others } = decided(facts(), { type: [9000, 11_000] });
    expect(whyRead(way, others)).toBe(
      'read in 2 parts by type: 40 calls, about 5.0 s; one page after another it would be 40 calls, about 6.0 s',
    );
  });
});
