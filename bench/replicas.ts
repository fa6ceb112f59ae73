import type { BenchContext, Benchmark } from './benchmark';
import { type Client, createClient } from './client';
import { isList } from './emulator';
import { askSteadily, distinctSearch } from './open-loop';
import { startRedis } from './redis';
import { factor } from './statistics';

const LIMIT = 20;
const SECONDS = 12;
const LONG_SECONDS = 60;
const WITHIN = 0.1;
/** Calls of the first seconds are of a queue that fills. */
const SETTLES = 2000;

type Sum = { perSecond: number; most: number; looks: number; away: number };

/** Looks every half second whether the replicas reach their store: without it they keep a limit each. */
function watchStore(clients: readonly Client[]): { stop(): Pick<Sum, 'looks' | 'away'> } {
  const seen = { looks: 0, away: 0 };
  const timer = setInterval(async () => {
    for (const client of clients) {
      const { text } = await client.get('/metrics');
      if (!/^eni_atlas_redis_up \d/m.test(text)) continue;
      seen.looks += 1;
      if (/^eni_atlas_redis_up 0/m.test(text)) seen.away += 1;
    }
  }, 500);
  return {
    stop: () => {
      clearInterval(timer);
      return seen;
    },
  };
}

/** Two dashboards, asked for more than twice what they may ask, and what they ask in sum. */
async function upstreamRate(
  context: BenchContext,
  seconds: number,
  env: Record<string, string>,
): Promise<Sum> {
  const emulator = await context.emulator(2400);
  await emulator.change({ latencyMs: 50 });
  const settings = { ENI_ATLAS_RATE: String(LIMIT), ENI_ATLAS_CONCURRENCY: '16', ...env };
  const dashboards = [
    await context.dashboard(emulator, settings),
    await context.dashboard(emulator, settings),
  ];
  const clients = dashboards.map(({ url }) => createClient(url));
  for (const client of clients) await client.get('/api/enis?limit=10');
  await emulator.reset();
  await emulator.change({ latencyMs: 50 });
  const pathOf = distinctSearch(`l6-${Object.keys(env).length}`);
  const watch = watchStore(clients);
  await askSteadily(clients, { rate: LIMIT * 5, seconds, pathOf });
  const store = watch.stop();
  for (const client of clients) client.close();
  const calls = (await emulator.calls()).filter(isList);
  for (const dashboard of dashboards) await dashboard.stop();
  const first = Date.parse(calls[0]?.at ?? '') + SETTLES;
  const times = calls
    .map(({ at }) => Date.parse(at))
    .filter((at) => at >= first && at < first + (seconds - 3) * 1000);
  const bySecond = new Map<number, number>();
  for (const at of times) bySecond.set(Math.floor(at / 1000), (bySecond.get(Math.floor(at / 1000)) ?? 0) + 1);
  return {
    perSecond: ((times.length - 1) * 1000) / (Math.max(...times) - Math.min(...times)),
    most: Math.max(...bySecond.values()),
    ...store,
  };
}

/** L6: two replicas that share a Redis keep one limit between them. Beside two that share nothing. */
export const replicas: Benchmark = {
  name: 'replicas',
  what: `L6: two replicas and Redis, where ${LIMIT} calls a second are allowed in sum`,
  bar: `upstream calls a second in sum = ${LIMIT} ± 10 %`,
  async run(context) {
    const seconds = context.isLong ? LONG_SECONDS : SECONDS;
    const redis = await startRedis();
    context.after(() => redis.stop());
    const alone = await upstreamRate(context, 8, {});
    const shared = await upstreamRate(context, seconds, { ENI_ATLAS_REDIS_URL: redis.url });
    return [
      {
        what: 'L6: upstream calls a second of two replicas with Redis',
        figure: shared.perSecond.toFixed(2),
        baseline: `${alone.perSecond.toFixed(2)} two that share nothing`,
        ratio: `${factor(shared.perSecond / LIMIT)} of the limit`,
        bar: `${LIMIT} ± 10 %`,
        isMet: Math.abs(shared.perSecond / LIMIT - 1) <= WITHIN,
        notes: [
          `at most ${shared.most} calls in a clock second; the store was out of reach in ${shared.away} of ${shared.looks} looks`,
        ],
        numbers: { ...shared, alonePerSecond: alone.perSecond },
      },
    ];
  },
};
