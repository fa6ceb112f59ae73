import type { EnisPage } from '../lib/eni/page';
import type { Benchmark } from './benchmark';
import { bodyOf, type Client, createClient } from './client';
import { createSdk } from './sdk-loop';
import { factor, median, times } from './statistics';

const WARM_UPS = 20;
const SAMPLES = 60;
const PATH = '/api/enis?limit=500';

/** Samples one page; `isCached` says which kind of page it has to be, and others are not counted. */
async function sample(client: Client, isCached: boolean): Promise<number | null> {
  const answer = await client.get(PATH);
  const { items, upstream } = bodyOf<EnisPage>(answer);
  if (items.length !== 500) throw new Error(`a page of ${items.length}, not of 500`);
  return upstream.every((call) => call.cached) === isCached ? answer.ms : null;
}

/** One page of 500 ENIs, asked of the cloud and from the cache, beside the SDK's call for the same page. */
export const page: Benchmark = {
  name: 'page',
  what: 'one page of 500, warm, upstream latency 0',
  bar: '≤ 1.5× the bare SDK call; from cache ≤ 0.3×',
  async run(context) {
    const emulator = await context.emulator(2400);
    const fast = { ENI_ATLAS_RATE: '1000', ENI_ATLAS_CONCURRENCY: '16' };
    const uncached = createClient(
      (await context.dashboard(emulator, { ...fast, ENI_ATLAS_CACHE_TTL: '0' })).url,
    );
    const cached = createClient((await context.dashboard(emulator, fast)).url);
    const sdk = createSdk(emulator.url);
    const samples = { sdk: [] as number[], uncached: [] as number[], cached: [] as number[] };
    for (let round = 0; round < WARM_UPS + SAMPLES; round += 1) {
      const started = performance.now();
      await sdk.list({ MaxResults: 500 });
      const bare = performance.now() - started;
      const asked = await sample(uncached, false);
      const kept = await sample(cached, true);
      if (round < WARM_UPS) continue;
      samples.sdk.push(bare);
      if (asked !== null) samples.uncached.push(asked);
      if (kept !== null) samples.cached.push(kept);
    }
    uncached.close();
    cached.close();
    const baseline = median(samples.sdk);
    const compare = (what: string, measured: number[], most: number, notes: string[] = []) => {
      const ms = median(measured);
      return {
        what,
        figure: times(measured),
        baseline: `${times(samples.sdk)} bare SDK call`,
        ratio: factor(ms / baseline),
        bar: `≤ ${most}×`,
        isMet: measured.length >= SAMPLES / 2 && ms <= most * baseline,
        notes,
        numbers: { ms, baselineMs: baseline, samples: measured.length },
      };
    };
    return [
      compare('a page of 500, asked of the cloud', samples.uncached, 1.5, [
        'until the text is whole, on both sides; samples alternate',
      ]),
      compare('a page of 500, from the cache', samples.cached, 0.3),
    ];
  },
};
