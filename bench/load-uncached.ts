import type { Benchmark } from './benchmark';
import { createClient } from './client';
import { isList } from './emulator';
import { askSteadily, distinctSearch } from './open-loop';
import { p95, p99, percentile, time, times } from './statistics';

const RATE = 50;
const LIMIT = 8;
const SECONDS = 20;
const LONG_SECONDS = 60;

/** L2: far more new searches than the cloud may be asked. */
export const loadUncached: Benchmark = {
  name: 'load-uncached',
  what: `L2: distinct searches at ${RATE} a second, where ${LIMIT} calls a second are allowed`,
  bar: 'the limit holds; p99 of the admitted < 1 s; the rest 429 in < 10 ms',
  async run(context) {
    const seconds = context.isLong ? LONG_SECONDS : SECONDS;
    const emulator = await context.emulator(2400);
    await emulator.change({ latencyMs: 150 });
    const dashboard = await context.dashboard(emulator, { ENI_ATLAS_RATE: String(LIMIT) });
    const client = createClient(dashboard.url);
    await client.get('/api/enis?limit=10');
    await emulator.reset();
    await emulator.change({ latencyMs: 150 });
    const answers = await askSteadily([client], { rate: RATE, seconds, pathOf: distinctSearch('l2') });
    client.close();
    const sent = (await emulator.calls()).filter(isList).map(({ at }) => Date.parse(at));
    const perSecond = ((sent.length - 1) * 1000) / (Math.max(...sent) - Math.min(...sent));
    const msOf = (status: number) => answers.filter((answer) => answer.status === status).map(({ ms }) => ms);
    const [admitted, refused] = [msOf(200), msOf(429)];
    const others = answers.filter(({ status }) => status !== 200 && status !== 429);
    const codes = [
      ...new Set(others.map(({ status, text }) => `${status} ${/"code":"(\w+)"/.exec(text)?.[1] ?? ''}`)),
    ];
    const atOnce = refused.filter((ms) => ms < 10).length / Math.max(1, refused.length);
    const numbers = {
      perSecond,
      admitted: admitted.length,
      refused: refused.length,
      others: others.length,
      admittedP99Ms: p99(admitted),
      refusedMedianMs: percentile(refused, 0.5),
      refusedP95Ms: p95(refused),
      refusedUnder10Ms: atOnce,
    };
    return [
      {
        what: 'L2: upstream calls a second',
        figure: perSecond.toFixed(2),
        baseline: `${RATE} asked a second`,
        ratio: '',
        bar: `≤ ${LIMIT}`,
        isMet: perSecond <= LIMIT * 1.02,
        notes: [
          `${admitted.length} admitted, ${refused.length} refused, ${others.length} otherwise ${codes.join(', ')}`,
        ],
        numbers,
      },
      {
        what: 'L2: answers to the admitted, p99',
        figure: time(p99(admitted)),
        baseline: '150 ms a call',
        ratio: '',
        bar: '< 1 s',
        isMet: p99(admitted) < 1000,
        numbers,
      },
      {
        what: 'L2: 429 to the rest',
        figure: times(refused),
        baseline: '—',
        ratio: `${Math.round(atOnce * 100)} % in < 10 ms`,
        bar: 'p95 < 10 ms',
        isMet: refused.length > 0 && others.length === 0 && p95(refused) < 10,
        numbers,
      },
    ];
  },
};
