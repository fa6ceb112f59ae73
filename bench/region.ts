import type { Benchmark } from './benchmark';
import { besideEarlier, readByEarlier, readRegion, typical } from './region-walk';
import { createSdk, readByNextToken } from './sdk-loop';
import { factor, median, time, times } from './statistics';

/**
 * Puts 100,000 ENIs into prod, cn-hangzhou, in 300 vSwitches, the largest of which has 15 %. emulator/estate/sizing.ts
 */
export const LARGE_ESTATE = 156_250;
export const CONCURRENCY = 16;
const LATENCY = 150;
const RUNS = 3;
/** The loop at 100 is measured over this many calls; the rest would take as long each. */
const CALLS_AT_100 = 60;
const MEGABYTE = 1024 * 1024;

const megabytes = (bytes: number) => `${Math.round(bytes / MEGABYTE)} MB`;

/** All ENIs of a region through the API, beside the loop that everyone writes with the SDK. */
export const region: Benchmark = {
  name: 'region',
  what: `all of a region without a rate: 100,000 ENIs, 300 vSwitches, ${LATENCY} ms a call, ${CONCURRENCY} at once`,
  bar: '≥ 7× faster than the SDK loop at 500; ≤ 1.3 × calls × latency ÷ concurrency; half of the earlier build',
  minutes: 8,
  async run(context) {
    const emulator = await context.emulator(LARGE_ESTATE);
    const sdk = createSdk(emulator.url);
    const enter = () => emulator.change({ latencyMs: LATENCY });
    await enter();
    const loop = await readByNextToken(sdk, 500);
    const part = await readByNextToken(sdk, 100, CALLS_AT_100);
    const total = loop.ids.length;
    const at100 = (part.ms / part.calls) * Math.ceil(total / 100);
    const env = { ENI_ATLAS_RATE: '1000', ENI_ATLAS_CONCURRENCY: String(CONCURRENCY) };
    const reading = { emulator, loop, env, enter };
    const walks = await readRegion(context, { ...reading, runs: RUNS });
    const earlier = await readByEarlier(context, { ...reading, runs: 1 });

    const walk = typical(walks);
    const { ms, calls } = walk;
    const cpuMs = median(walks.map((each) => each.cpuMs));
    const memory = Math.max(...walks.map((each) => each.memory));
    const ideal = (calls * LATENCY) / CONCURRENCY;
    const fault = walks.find((each) => each.fault)?.fault ?? null;
    const notes = [fault ? `WRONG: ${fault}` : `each of ${total} ENIs exactly once, in each of ${RUNS} runs`];
    const what = `all of a region without a rate, ${total} ENIs`;
    const figure = `${times(walks.map((each) => each.ms))}, ${calls} calls`;
    const numbers = { ms, calls, cpuMs, memory, loopMs: loop.ms, loopAt100Ms: at100, idealMs: ideal };
    return [
      {
        what,
        figure,
        baseline: `${time(loop.ms)}, ${loop.calls} calls SDK loop at 500`,
        ratio: `${factor(loop.ms / ms)} faster`,
        bar: '≥ 7× faster',
        isMet: fault === null && loop.ms / ms >= 7,
        notes,
        numbers,
      },
      {
        what,
        figure,
        baseline: `${time(ideal)} = ${calls} calls × ${LATENCY} ms ÷ ${CONCURRENCY}`,
        ratio: factor(ms / ideal),
        bar: '≤ 1.3×',
        isMet: fault === null && ms <= 1.3 * ideal,
        notes: [`the dashboard kept a core busy for ${time(cpuMs)} of that, whatever else the machine did`],
        numbers,
      },
      {
        what,
        figure,
        baseline: `${time(at100)} SDK loop at 100`,
        ratio: `${factor(at100 / ms)} faster`,
        bar: '—',
        isMet: null,
        notes: [`the loop at 100 is extrapolated from ${CALLS_AT_100} of ${Math.ceil(total / 100)} calls`],
        numbers,
      },
      ...besideEarlier(what, walk, earlier),
      ...(earlier
        ? [
            {
              what: `${what}: processor time of the dashboard`,
              figure: time(cpuMs),
              baseline: `${time(earlier.cpuMs)} build of 28 November`,
              ratio: factor(cpuMs / earlier.cpuMs),
              bar: '≤ 0.5×',
              isMet: cpuMs <= 0.5 * earlier.cpuMs,
              numbers: { cpuMs, earlierCpuMs: earlier.cpuMs },
            },
            {
              what: `${what}: memory of the dashboard over idle, at most`,
              figure: megabytes(memory),
              baseline: `${megabytes(earlier.memory)} build of 28 November`,
              ratio: factor(memory / earlier.memory),
              bar: '≤ 0.55×',
              isMet: memory <= 0.55 * earlier.memory,
              numbers: { memory, earlierMemory: earlier.memory },
            },
          ]
        : []),
    ];
  },
};
