import { setTimeout as sleep } from 'node:timers/promises';
import type { Benchmark } from './benchmark';
import { type Client, createClient } from './client';
import { askSteadily } from './open-loop';
import { handlesOf, memoryOf } from './process-facts';
import { slope, times } from './statistics';

const RATE = 20;
const SECONDS = 60;
const LONG_SECONDS = 600;
const MEGABYTE = 1024 * 1024;
/** MB in ten minutes. */
const MOST_SLOPE = 1;
/** Time in ms for what was closed at one end to be closed at the other. */
const SETTLING = 3000;
/** Sockets that the emulator happens to hold. */
const FEW = 10;

/** What people do: the page, the list, a new search, a count, a probe. */
const PATHS: readonly ((at: number) => string)[] = [
  () => '/api/enis?limit=100',
  (at) => `/api/enis?limit=100&name=soak-${at}`,
  () => '/',
  (at) => `/api/enis/count?name=soak-${at}`,
  () => '/healthz',
];
const pathOf = (at: number) => PATHS[at % PATHS.length]?.(at) ?? '/';

/** L5: an ordinary day, long enough to see what is never given back. */
export const soak: Benchmark = {
  name: 'soak',
  what: `L5: ${RATE} requests a second`,
  bar: `memory grows < ${MOST_SLOPE} MB in 10 minutes, no more handles`,
  async run(context) {
    const seconds = context.isLong ? LONG_SECONDS : SECONDS;
    const emulator = await context.emulator(2400);
    const dashboard = await context.dashboard(emulator, { ENI_ATLAS_RATE: '100' });
    const warm = createClient(dashboard.url);
    await askSteadily([warm], { rate: RATE * 2, seconds: context.isLong ? 120 : 15, pathOf });
    // Counted after the clients have gone, so that their connections do not count.
    const handlesLeft = async (client: Client) => {
      client.close();
      await sleep(SETTLING);
      return handlesOf(dashboard.pid);
    };
    const handlesBefore = await handlesLeft(warm);
    const client = createClient(dashboard.url);
    const began = performance.now();
    const points: [number, number][] = [];
    const timer = setInterval(
      () => points.push([performance.now() - began, memoryOf(dashboard.pid) / MEGABYTE]),
      1000,
    );
    const answers = await askSteadily([client], { rate: RATE, seconds, pathOf });
    clearInterval(timer);
    const handles = await handlesLeft(client);
    const failed = answers.filter(({ status }) => status !== 200).length;
    const growth = slope(points) * 600_000;
    const [first, last] = [points[0]?.[1] ?? 0, points.at(-1)?.[1] ?? 0];
    const numbers = { seconds, growth, first, last, handlesBefore, handles, failed };
    return [
      {
        what: `L5: memory in ${seconds} s at ${RATE} requests a second, slope`,
        figure: `${growth.toFixed(1)} MB in 10 minutes`,
        baseline: `${Math.round(first)} MB at first, ${Math.round(last)} MB at last`,
        ratio: '',
        bar: `< ${MOST_SLOPE} MB`,
        isMet: context.isLong ? growth < MOST_SLOPE : null,
        notes: context.isLong ? [] : [`a slope over ${seconds} s is mostly the heap settling: --long tells`],
        numbers,
      },
      {
        what: 'L5: open handles',
        figure: String(handles),
        baseline: `${handlesBefore} before`,
        ratio: '',
        bar: `≤ ${FEW} more`,
        isMet: handles <= handlesBefore + FEW,
        numbers,
      },
      {
        what: `L5: failures in ${answers.length} answers`,
        figure: String(failed),
        baseline: '—',
        ratio: '',
        bar: '0',
        isMet: failed === 0,
        notes: [`answers took ${times(answers.map(({ ms }) => ms))}`],
        numbers,
      },
    ];
  },
};
