import type { Browser, Page } from '@playwright/test';

/** What Chromium notes of each task of a thread, and of each frame that a page gives to the compositor. */
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];

type TraceEvent = {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** How long of that the thread ran, without the time that it waited for a processor. */
  tdur?: number;
  args?: { name?: string };
};

/** ms of each frame. `cpu` is what the thread ran of `wall`. */
export type MainThread = { wall: number[]; cpu: number[] };

const isCommit = ({ name }: TraceEvent) => name === 'Commit';

/** The events of the busiest main thread of a page, in the order of their time. */
function ofMainThread(events: readonly TraceEvent[]): TraceEvent[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const isMain = ({ name, args }: TraceEvent) => name === 'thread_name' && args?.name === 'CrRendererMain';
  const threads = new Map<string, TraceEvent[]>();
  for (const event of events) if (isMain(event)) threads.set(threadOf(event), []);
  for (const event of events) threads.get(threadOf(event))?.push(event);
  const frames = (thread: readonly TraceEvent[]) => thread.filter(isCommit).length;
  const [busiest = []] = [...threads.values()].sort((a, b) => frames(b) - frames(a));
  return busiest.sort((a, b) => a.ts - b.ts);
}

/** How many ms of tasks the main thread had for each frame: from the last one that it gave to the compositor. */
function perFrame(events: readonly TraceEvent[]): MainThread {
  const main = ofMainThread(events);
  const commits = main.filter(isCommit).map(({ ts }) => ts);
  const wall = commits.map(() => 0);
  const cpu = commits.map(() => 0);
  let frame = 0;
  for (const { name, ts, dur = 0, tdur = 0 } of main) {
    if (name !== 'RunTask') continue;
    // The task that gives a frame away is the last one of that frame.
    while ((commits[frame] ?? Number.POSITIVE_INFINITY) < ts) frame += 1;
    if (frame >= commits.length) break;
    wall[frame] = (wall[frame] ?? 0) + dur / 1000;
    cpu[frame] = (cpu[frame] ?? 0) + tdur / 1000;
  }
  // The first is not whole.
  return { wall: wall.slice(1), cpu: cpu.slice(1) };
}

/** Does something, and resolves to the ms of main thread that each frame took meanwhile: scripts, layout, paint. */
export async function timeMainThread(page: Page, act: () => Promise<void>): Promise<MainThread> {
  const browser = page.context().browser() as Browser;
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return perFrame(trace.traceEvents);
}
