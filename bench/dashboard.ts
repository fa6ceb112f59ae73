import { once } from 'node:events';
import { startDashboard } from '../scripts/lib/dashboard.mjs';
import { demoEnvironment } from '../scripts/lib/demo-stack.mjs';
import { freePort, waitForAnswer } from '../scripts/lib/ports.mjs';
import type { EmulatorControl } from './emulator';

export type Dashboard = { url: string; port: number; pid: number; stop(): Promise<void> };

/**
 * Starts the production build on a free port, as `npm run demo` does, and resolves when it answers.
 * @param folder where it was built, ending with a slash; null where this benchmark is
 */
export async function launchDashboard(
  emulator: EmulatorControl,
  env: Record<string, string> = {},
  folder: string | null = null,
): Promise<Dashboard> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = startDashboard(
    demoEnvironment(emulator.url, ['prod'], { PORT: String(port), NODE_ENV: 'production', ...env }),
    { stdio: ['ignore', 'ignore', 'inherit'], ...(folder !== null && { cwd: folder }) },
  );
  const ended = once(child, 'exit');
  await waitForAnswer(`${url}/healthz`, 60, () => child.exitCode !== null);
  return {
    url,
    port,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(killer);
    },
  };
}
