import type { Benchmark } from './benchmark';
import { createClient } from './client';
import { isThrottled } from './emulator';
import { CONCURRENCY, LARGE_ESTATE } from './region';
import { factor, time } from './statistics';
import { walkPages } from './walk';

/** Calls a second that the cloud allows, and that the dashboard is told. */
const RATE = 13;

/** The same region where the cloud allows 13 calls a second: as fast as that, and not a call too many. */
export const throttle: Benchmark = {
  name: 'throttle',
  what: `all of a region while the cloud allows ${RATE} calls a second`,
  bar: `0 throttled calls; ≤ 1.15 × calls ÷ ${RATE} s`,
  async run(context) {
    const emulator = await context.emulator(LARGE_ESTATE);
    const dashboard = await context.dashboard(emulator, {
      ENI_ATLAS_RATE: String(RATE),
      ENI_ATLAS_CONCURRENCY: String(CONCURRENCY),
    });
    await emulator.change({ qps: RATE, latencyMs: 50 });
    const client = createClient(dashboard.url);
    const { ms, ids, pages } = await walkPages(client);
    client.close();
    const calls = await emulator.calls();
    const throttled = calls.filter(isThrottled).length;
    const ideal = (calls.length / RATE) * 1000;
    const numbers = { ms, calls: calls.length, throttled, idealMs: ideal };
    return [
      {
        what: `a region at ${RATE} calls a second: calls that the cloud throttled`,
        figure: `${throttled} of ${calls.length}`,
        baseline: '—',
        ratio: '',
        bar: '0',
        isMet: throttled === 0,
        notes: [`${ids.length} ENIs, ${pages} pages`],
        numbers,
      },
      {
        what: `a region at ${RATE} calls a second: time`,
        figure: time(ms),
        baseline: `${time(ideal)} = ${calls.length} calls ÷ ${RATE} a second`,
        ratio: factor(ms / ideal),
        bar: '≤ 1.15×',
        isMet: ms <= 1.15 * ideal,
        numbers,
      },
    ];
  },
};
