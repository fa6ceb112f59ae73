import { once } from 'node:events';
import type { EnisPage } from '../lib/eni/page';
import { start } from '../scripts/lib/processes.mjs';
import type { Benchmark } from './benchmark';
import { type Answer, bodyOf, createClient } from './client';
import { isList } from './emulator';
import { askSteadily } from './open-loop';
import { cpuTimeOf } from './process-facts';
import { factor, p99, percentile, time } from './statistics';

const CONNECTIONS = 200;
const SECONDS = 15;
/** Connections over which the evenly spaced ones go. */
const EVENLY = 20;
/** The load, in answers a second over all connections, of people who look again every few seconds. */
const PACE = 40;
const LONG_SECONDS = 30;

type Report = {
  latency: { p50: number; p99: number };
  requests: { average: number; total: number };
  errors: number;
  timeouts: number;
  non2xx: number;
};

/** Runs autocannon in a process of its own. */
async function cannonade(url: string, seconds: number): Promise<Report> {
  const cannon = new URL('autocannon.js', import.meta.resolve('autocannon')).pathname;
  const flags = ['-c', String(CONNECTIONS), '-d', String(seconds), '--json', '--no-progress'];
  const child = start(process.execPath, [cannon, ...flags, url], { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  await once(child, 'close');
  return JSON.parse(output) as Report;
}

/** Whether what is answered had been read before it was asked for; one that failed counts with those that waited. */
const isFromCache = (answer: Answer) =>
  answer.status === 200 && Date.parse(bodyOf<EnisPage>(answer).asOf) <= answer.askedAt;

/** L1: many people look at the same list, which is read once. Beside the least that the server can answer. */
export const loadCached: Benchmark = {
  name: 'load-cached',
  what: `L1: cached list of 100 rows, ${CONNECTIONS} connections`,
  bar: 'p99 < 100 ms, 0 errors, at most 1 upstream call per 15 s',
  async run(context) {
    const seconds = context.isLong ? LONG_SECONDS : SECONDS;
    const emulator = await context.emulator(2400);
    await emulator.change({ latencyMs: 150 });
    const dashboard = await context.dashboard(emulator);
    const list = `${dashboard.url}/api/enis?limit=100`;
    const client = createClient(dashboard.url);
    const { text } = await client.get('/api/enis?limit=100');
    client.close();
    await cannonade(list, 3);
    const bare = await cannonade(`${dashboard.url}/healthz`, 5);
    const before = (await emulator.calls()).filter(isList).length;
    const cpuBefore = cpuTimeOf(dashboard.pid);
    const report = await cannonade(list, seconds);
    const cpuMs = (cpuTimeOf(dashboard.pid) - cpuBefore) / report.requests.total;
    const calls = (await emulator.calls()).filter(isList).length - before;
    // Evenly spaced: a client that sends a whole second's requests at once measures its own burst.
    const evenly = Array.from({ length: EVENLY }, () => createClient(dashboard.url));
    const answers = await askSteadily(evenly, {
      rate: PACE,
      seconds: 10,
      pathOf: () => '/api/enis?limit=100',
    });
    for (const each of evenly) each.close();
    // When a cached answer has expired, one request waits 150 ms for the cloud; requests that come meanwhile wait too.
    const [kept, read] = [true, false].map((isCached) =>
      answers.filter((answer) => isFromCache(answer) === isCached).map(({ ms }) => ms),
    ) as [number[], number[]];
    const paced = { failed: answers.filter(({ status }) => status !== 200).length, total: answers.length };
    // Errors hold the timeouts.
    const failed = report.errors + report.non2xx + paced.failed;
    const numbers = {
      p99Ms: report.latency.p99,
      p50Ms: report.latency.p50,
      perSecond: report.requests.average,
      bareP99Ms: bare.latency.p99,
      barePerSecond: bare.requests.average,
      pacedP99Ms: p99(kept),
      pacedRead: read.length,
      cpuMs,
      failed,
      calls,
      seconds,
    };
    return [
      {
        what: `L1: the same list of 100 rows on ${CONNECTIONS} connections, p99`,
        figure: time(report.latency.p99),
        baseline: `${time(bare.latency.p99)} /healthz, ${Math.round(bare.requests.average)} a second`,
        ratio: factor(report.latency.p99 / bare.latency.p99),
        bar: '< 100 ms',
        isMet: report.latency.p99 < 100,
        notes: [
          `${Math.round(report.requests.average)} answers a second of ${Math.round(text.length / 1000)} kB, ${time(cpuMs)} of a core each; all connections ask again at once, so the latency is connections ÷ answers a second`,
        ],
        numbers,
      },
      {
        what: `L1: the same, ${PACE} a second over all connections, p99 of what the cache gave`,
        figure: time(p99(kept)),
        baseline: `${time(percentile(kept, 0.5))} median`,
        ratio: '',
        bar: '< 100 ms',
        isMet: p99(kept) < 100,
        notes: [
          `${read.length} of ${answers.length} paced answers waited for the cloud (150 ms), ${time(Math.max(0, ...read))} at most`,
        ],
        numbers,
      },
      {
        what: `L1: errors in ${report.requests.total + paced.total} answers`,
        figure: String(failed),
        baseline: '—',
        ratio: '',
        bar: '0',
        notes: [`${report.timeouts} took longer than 10 s, ${report.non2xx} were not 2xx`],
        isMet: failed === 0 && report.requests.total > 0,
        numbers,
      },
      {
        what: `L1: upstream calls in ${seconds} s`,
        figure: String(calls),
        baseline: '—',
        ratio: '',
        bar: '≤ 1 per 15 s',
        // One more where the window does not begin with a fresh answer.
        isMet: calls <= Math.ceil(seconds / 15) + 1,
        numbers,
      },
    ];
  },
};
