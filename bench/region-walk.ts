import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchContext, Finding } from './benchmark';
import { createClient } from './client';
import { EARLIER, earlierBuild } from './earlier-build';
import { type EmulatorControl, isThrottled } from './emulator';
import { cpuTimeOf, memoryOf, watchMemory } from './process-facts';
import type { LoopResult } from './sdk-loop';
import { factor, median, time } from './statistics';
import { faultsOf, walkPages } from './walk';

/** A region read to its end through a dashboard: what it took, and what is wrong with what came; null where nothing is. */
export type Walk = {
  ms: number;
  calls: number;
  throttled: number;
  cpuMs: number;
  memory: number;
  fault: string | null;
};

type Reading = {
  emulator: EmulatorControl;
  /** The loop that read the region before; ENIs are compared with what it read. */
  loop: LoopResult;
  env: Record<string, string>;
  /** How often it is read, with a pause in which the dashboard forgets what it has read. */
  runs: number;
  /** Sets the world in which it is read. */
  enter(): Promise<void>;
};

/** Longer than the dashboard gives an answer again, in ms. */
const KEPT_FOR = 16_000;
const SETTLES_IN = 2_000;

/** Reads the region with a dashboard of its own, from this build or another. Before, it has answered a list. */
export async function readRegion(
  context: BenchContext,
  { emulator, loop, env, runs, enter }: Reading,
  folder: string | null = null,
): Promise<Walk[]> {
  await emulator.reset();
  const dashboard = await context.dashboard(emulator, env, folder);
  const client = createClient(dashboard.url);
  await client.get('/api/enis?limit=10');
  await sleep(SETTLES_IN);
  const idle = memoryOf(dashboard.pid);
  await enter();
  const walks: Walk[] = [];
  for (let run = 0; run < runs; run += 1) {
    if (run > 0) await sleep(KEPT_FOR);
    const before = (await emulator.calls()).length;
    const cpuBefore = cpuTimeOf(dashboard.pid);
    const watch = watchMemory(dashboard.pid);
    const { ids, ms, pages } = await walkPages(client);
    const memory = watch.stop() - idle;
    const cpuMs = cpuTimeOf(dashboard.pid) - cpuBefore;
    const made = (await emulator.calls()).slice(before);
    const throttled = made.filter(isThrottled).length;
    walks.push({ ms, calls: made.length, throttled, cpuMs, memory, fault: faultsOf(ids, loop.ids) });
    context.say(
      `${folder === null ? 'this build' : EARLIER}: ${pages} pages, ${costOf(walks.at(-1) as Walk)}, ${time(cpuMs)} of a core`,
    );
  }
  client.close();
  await dashboard.stop();
  return walks;
}

/** The walk in the middle, by time. */
export function typical(walks: readonly Walk[]): Walk {
  const ms = median(walks.map((walk) => walk.ms));
  return walks.find((walk) => walk.ms === ms) as Walk;
}

export function costOf({ ms, calls, throttled }: Walk): string {
  return `${time(ms)}, ${calls} calls, ${throttled} throttled`;
}

/** The same region read by the build of 28 November; null where the history does not have it. */
export async function readByEarlier(context: BenchContext, reading: Reading): Promise<Walk | null> {
  const folder = await earlierBuild(EARLIER, context.say);
  if (folder === null) {
    context.say(
      `the build of 28 November is not in this repository's history (${EARLIER}), so it is left out`,
    );
    return null;
  }
  return typical(await readRegion(context, reading, folder));
}

/** How a reading compares with the build of 28 November. */
export function besideEarlier(what: string, walk: Walk, earlier: Walk | null): Finding[] {
  if (!earlier) return [];
  return [
    {
      what: `${what}, beside the build of 28 November`,
      figure: costOf(walk),
      baseline: `${costOf(earlier)} ${EARLIER}`,
      ratio: `${factor(earlier.ms / walk.ms)} faster`,
      bar: '—',
      isMet: null,
      numbers: { ms: walk.ms, calls: walk.calls, earlierMs: earlier.ms, earlierCalls: earlier.calls },
    },
  ];
}
