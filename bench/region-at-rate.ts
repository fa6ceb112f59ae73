import type { BenchContext, Benchmark, Finding } from './benchmark';
import { createClient } from './client';
import { createSdk, readByNextToken } from './sdk-loop';
import { factor, time } from './statistics';
import { faultsOf, walkPages } from './walk';

/** Puts 20,000 ENIs into prod, cn-hangzhou, where 64 % of the estate are. emulator/estate/estate.ts */
const ESTATE = 31_250;
const LATENCY = 150;
/** What the cloud allows at least; a call beyond it would be throttled. */
const ALLOWED = 13;

const WORLDS = [
  {
    largePages: 'granted',
    what: 'pages of 1,000 granted',
    least: 2,
    mostCalls: (enis: number) => (0.65 * enis) / 500 + 8,
  },
  {
    largePages: 'cut',
    what: 'pages cut to 100',
    least: 1.15,
    mostCalls: (enis: number) => (1.15 * enis) / 500 + 6,
  },
] as const;

async function measure(context: BenchContext, world: (typeof WORLDS)[number]): Promise<Finding[]> {
  const emulator = await context.emulator(ESTATE);
  const dashboard = await context.dashboard(emulator);
  const client = createClient(dashboard.url);
  await client.get('/api/enis?limit=10');
  await emulator.change({ latencyMs: LATENCY, qps: ALLOWED, switches: { largePages: world.largePages } });
  const loop = await readByNextToken(createSdk(emulator.url), 500);
  const before = (await emulator.calls()).length;
  const walk = await walkPages(client);
  client.close();
  const made = (await emulator.calls()).slice(before);
  const throttled = made.filter(({ code }) => code?.startsWith('Throttling')).length;
  const fault = faultsOf(walk.ids, loop.ids);
  const most = Math.floor(world.mostCalls(loop.ids.length));
  const what = `all of a region at 8 calls a second, ${loop.ids.length} ENIs, ${world.what}`;
  const numbers = { ms: walk.ms, loopMs: loop.ms, calls: made.length, loopCalls: loop.calls, throttled };
  const notes = [
    fault ? `WRONG: ${fault}` : 'each ENI exactly once',
    `${throttled} throttled of ${ALLOWED} allowed a second`,
  ];
  return [
    {
      what,
      figure: time(walk.ms),
      baseline: `${time(loop.ms)} SDK loop at 500`,
      ratio: `${factor(loop.ms / walk.ms)} faster`,
      bar: `≥ ${world.least}× faster`,
      isMet: fault === null && throttled === 0 && loop.ms / walk.ms >= world.least,
      notes,
      numbers,
    },
    {
      what: `${what}: calls`,
      figure: String(made.length),
      baseline: `${loop.calls} SDK loop at 500`,
      ratio: factor(made.length / loop.calls),
      bar: `≤ ${most}`,
      isMet: fault === null && made.length <= most,
      numbers,
    },
  ];
}

/** All ENIs of a region with the settings that everyone starts with, in both worlds of numbered pages. */
export const regionAtRate: Benchmark = {
  name: 'region-at-rate',
  what: `all of a region with the default settings: 20,000 ENIs, 8 calls a second, ${LATENCY} ms a call`,
  bar: '≥ 2× the SDK loop where pages of 1,000 are granted, ≥ 1.15× where not',
  async run(context) {
    const findings: Finding[] = [];
    for (const world of WORLDS) findings.push(...(await measure(context, world)));
    return findings;
  },
};
