import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pace } from './pace';

const place = { account: 'prod', region: 'cn-hangzhou', action: 'DescribeNetworkInterfaces' };

/** A pace by a clock of our own. */
function paceAt(rate: number) {
  const clock = { now: 1_800_000_000_000 };
  return { clock, pace: new Pace(place, { rate, replicas: 2, shared: null, now: () => clock.now }) };
}

/** When each of these calls is sent, in ms, if requested at these times. */
async function sendTimes(rate: number, gaps: readonly number[]): Promise<number[]> {
  const { clock, pace } = paceAt(rate);
  const times: number[] = [];
  for (const gap of gaps) {
    clock.now += gap;
    const reserved = await pace.reserve();
    if ('wait' in reserved) times.push(clock.now + reserved.wait);
  }
  return times;
}

describe('Pace', () => {
  it('sends no more than the rate in any second, whenever the calls are asked for', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 }),
        async (rate, gaps) => {
          const times = await sendTimes(rate, gaps);
          for (const [i, from] of times.entries())
            expect(times.slice(i).filter((time) => time < from + 1000).length).toBeLessThanOrEqual(rate);
        },
      ),
    ));

  it('loses less than a tenth of the rate to its margin', async () => {
    const times = await sendTimes(13, Array<number>(131).fill(0));
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    expect(seconds).toBeLessThan((130 / 13) * 1.1);
  });

  it('sends at once after a quiet time, and saves nothing up', async () => {
    const times = await sendTimes(10, [0, 60_000, 0, 0]);
    const [, second = 0, third = 0, fourth = 0] = times;
    expect([third - second, fourth - third].map(Math.round)).toEqual([108, 108]);
  });

  it('sends nothing while the cloud has asked to wait', async () => {
    const { clock, pace } = paceAt(10);
    await pace.cool(34_000);
    expect(await pace.reserve()).toEqual({ cooling: 34_000 });
    clock.now += 33_999;
    expect(await pace.reserve()).toEqual({ cooling: 1 });
    clock.now += 1;
    expect(await pace.reserve()).toEqual({ wait: 0 });
  });

  it('keeps to the longer of two pauses', async () => {
    const { pace } = paceAt(10);
    await pace.cool(34_000);
    await pace.cool(1_000);
    expect(pace.cooling).toBe(34_000);
  });
});
