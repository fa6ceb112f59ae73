import { cpus, loadavg, totalmem } from 'node:os';
import { run } from '../scripts/lib/processes.mjs';

/** The machine as it is now: what the absolute figures of a run hang on. */
export type Machine = {
  date: string;
  cores: number;
  cpu: string;
  memoryGb: number;
  node: string;
  chromium: string;
  load: number[];
};

export async function describeMachine(chromiumPath: string | null): Promise<Machine> {
  const version = chromiumPath
    ? await run(chromiumPath, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] })
    : null;
  return {
    date: new Date().toISOString(),
    cores: cpus().length,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.versions.node,
    chromium: /[\d.]{5,}/.exec(version?.output ?? '')?.[0] ?? 'none',
    load: loadavg().map((value) => Math.round(value * 100) / 100),
  };
}

/** The machine in one line. */
export function machineLine({ date, cores, cpu, memoryGb, node, chromium, load }: Machine): string {
  return (
    `${date.slice(0, 16).replace('T', ' ')} UTC · ${cores} × ${cpu}, ${memoryGb} GB · Node ${node} · ` +
    `Chromium ${chromium} · load ${load.join(' ')}`
  );
}
