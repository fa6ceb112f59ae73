import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory of a process in bytes. Linux only, as is all of /proc. */
export function memoryOf(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? Number.NaN) * 1024;
}

/** How long a process has kept a core busy, in ms. Linux counts in hundredths of a second. */
export function cpuTimeOf(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
  const fields = afterName.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Files and sockets that a process holds open. */
export function handlesOf(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

/** Watches the memory of a process; `stop` gives the most that it had. */
export function watchMemory(pid: number): { stop(): number } {
  let most = memoryOf(pid);
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(pid));
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.max(most, memoryOf(pid));
    },
  };
}
