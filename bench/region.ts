import { setTimeout as sleep } from 'node:timers/promises';
import type { Benchmark } from './benchmark';
import { createClient } from './client';
import { cpuTimeOf } from './process-facts';
import { createSdk, readByNextToken, totalCount } from './sdk-loop';
import { factor, median, time, times } from './statistics';
import { faultsOf, walkPages } from './walk';

/** Puts 100,000 ENIs into prod, cn-hangzhou, in 300 vSwitches, of which the largest has 15 %. emulator/estate/sizing.ts */
export const LARGE_ESTATE = 156_250;
export const CONCURRENCY = 16;
const LATENCY = 150;
const RUNS = 3;
/** Of the loop at 100 this many calls are made; the rest would take as long each. */
const CALLS_AT_100 = 60;
/** Longer than the dashboard gives an answer again, in ms. */
const KEPT_FOR = 16_000;

/** All ENIs of a region through the API, beside the loop that everyone writes with the SDK. */
export const region: Benchmark = {
  name: 'region',
  what: `all of a region: 100,000 ENIs, 300 vSwitches, ${LATENCY} ms a call, ${CONCURRENCY} at once`,
  bar: '≥ 6× faster than the SDK loop at 500; ≤ 1.3 × calls × latency ÷ concurrency',
  async run(context) {
    const emulator = await context.emulator(LARGE_ESTATE);
    const dashboard = await context.dashboard(emulator, {
      ENI_ATLAS_RATE: '1000',
      ENI_ATLAS_CONCURRENCY: String(CONCURRENCY),
    });
    const client = createClient(dashboard.url);
    const sdk = createSdk(emulator.url);
    const total = await totalCount(sdk);
    await client.get('/api/enis?limit=2000');
    await emulator.change({ latencyMs: LATENCY });

    const walks: { ms: number; calls: number; cpuMs: number; fault: string | null }[] = [];
    const loop = await readByNextToken(sdk, 500);
    const loopFault = loop.ids.length === total ? null : `the loop read ${loop.ids.length} of ${total}`;
    const at100: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const before = (await emulator.calls()).length;
      const cpuBefore = cpuTimeOf(dashboard.pid);
      const walk = await walkPages(client);
      const calls = (await emulator.calls()).length - before;
      const cpuMs = cpuTimeOf(dashboard.pid) - cpuBefore;
      walks.push({ ms: walk.ms, calls, cpuMs, fault: faultsOf(walk.ids, loop.ids) });
      context.say(`${walk.pages} pages, ${calls} calls, ${time(walk.ms)}`);
      if (run === RUNS - 1) break;
      const part = await readByNextToken(sdk, 100, CALLS_AT_100);
      at100.push((part.ms / part.calls) * Math.ceil(total / 100));
      // So that no run finds what the one before it has read.
      await sleep(Math.max(0, KEPT_FOR - part.ms));
    }
    client.close();

    const ms = median(walks.map((walk) => walk.ms));
    const calls = median(walks.map((walk) => walk.calls));
    const cpuMs = median(walks.map((walk) => walk.cpuMs));
    const ideal = (calls * LATENCY) / CONCURRENCY;
    const fault = loopFault ?? walks.find((walk) => walk.fault)?.fault ?? null;
    const notes = [fault ? `WRONG: ${fault}` : `each of ${total} ENIs exactly once, in each of ${RUNS} runs`];
    const what = `all of a region, ${total} ENIs`;
    const figure = times(walks.map((walk) => walk.ms));
    const numbers = { ms, calls, cpuMs, loopMs: loop.ms, loopAt100Ms: median(at100), idealMs: ideal };
    return [
      {
        what,
        figure,
        baseline: `${time(loop.ms)} SDK loop at 500 (${loop.calls} calls)`,
        ratio: `${factor(loop.ms / ms)} faster`,
        bar: '≥ 6× faster',
        isMet: fault === null && loop.ms / ms >= 6,
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
        baseline: `${time(median(at100))} SDK loop at 100`,
        ratio: `${factor(median(at100) / ms)} faster`,
        bar: '—',
        isMet: null,
        notes: [`the loop at 100 is extrapolated from ${CALLS_AT_100} of ${Math.ceil(total / 100)} calls`],
        numbers,
      },
    ];
  },
};
