import { setTimeout as sleep } from 'node:timers/promises';
import type { Benchmark } from './benchmark';
import { createClient } from './client';
import { memoryOf, watchMemory } from './process-facts';
import { CONCURRENCY, LARGE_ESTATE } from './region';
import { median } from './statistics';
import { walkPages } from './walk';

const RUNS = 3;
const MEGABYTE = 1024 * 1024;
/** How much more a later run may need than the first and still count as flat, in MB. */
const FLAT = 25;

const megabytes = (bytes: number) => `${Math.round(bytes / MEGABYTE)} MB`;

/** The memory that the server needs while 100,000 ENIs go through it, three times. */
export const memory: Benchmark = {
  name: 'memory',
  what: 'resident memory of the server while 100,000 ENIs stream through',
  bar: '≤ 150 MB over idle, flat over three runs',
  async run(context) {
    const emulator = await context.emulator(LARGE_ESTATE);
    const dashboard = await context.dashboard(emulator, {
      ENI_ATLAS_RATE: '1000',
      ENI_ATLAS_CONCURRENCY: String(CONCURRENCY),
    });
    const client = createClient(dashboard.url);
    // Idle is a server that has answered before: what it loads for its first answer it keeps.
    await client.get('/');
    await client.get('/api/enis?limit=100');
    await sleep(3000);
    const idle = median(
      await Promise.all([0, 500, 1000].map((wait) => sleep(wait).then(() => memoryOf(dashboard.pid)))),
    );
    const peaks: number[] = [];
    let enis = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const watch = watchMemory(dashboard.pid);
      enis = (await walkPages(client)).ids.length;
      peaks.push(watch.stop());
      context.say(`run ${run + 1}: ${megabytes(peaks.at(-1) ?? 0)}`);
    }
    client.close();
    const over = Math.max(...peaks) - idle;
    const growth = (peaks.at(-1) ?? 0) - (peaks[0] ?? 0);
    const numbers = { idle, enis, ...Object.fromEntries(peaks.map((peak, at) => [`run${at + 1}`, peak])) };
    return [
      {
        what: `server memory at most, while ${enis} ENIs stream through`,
        figure: megabytes(Math.max(...peaks)),
        baseline: `${megabytes(idle)} idle`,
        ratio: `+${megabytes(over)}`,
        bar: '≤ 150 MB over idle',
        isMet: over <= 150 * MEGABYTE,
        numbers,
      },
      {
        what: 'server memory, third run beside the first',
        figure: megabytes(peaks.at(-1) ?? 0),
        baseline: `${megabytes(peaks[0] ?? 0)} first run`,
        ratio: `${growth < 0 ? '−' : '+'}${megabytes(Math.abs(growth))}`,
        bar: `flat: ≤ ${FLAT} MB more`,
        isMet: growth <= FLAT * MEGABYTE,
        notes: [`peaks ${peaks.map(megabytes).join(', ')}`],
        numbers,
      },
    ];
  },
};
