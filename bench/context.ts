import { chromium } from '@playwright/test';
import { chromiumFlags } from '../scripts/lib/chromium.mjs';
import type { BenchContext } from './benchmark';
import { launchDashboard } from './dashboard';
import { type EmulatorControl, launchEmulator } from './emulator';

type RunOptions = { isLong: boolean; chromiumPath: string | null };

/** Makes the context of each benchmark of a run; `end` gives back what the benchmark took. */
export function createContexts({ isLong, chromiumPath }: RunOptions) {
  const emulators = new Map<string, Promise<EmulatorControl>>();

  return (name: string): { context: BenchContext; end(): Promise<void> } => {
    const cleanUps: (() => unknown)[] = [];
    const after = (cleanUp: () => unknown) => void cleanUps.push(cleanUp);
    const context: BenchContext = {
      isLong,
      say: (text) => console.log(`  ${name}: ${text}`),
      after,
      emulator: async (enis, vSwitches) => {
        const key = `${enis} ${vSwitches}`;
        const known = emulators.get(key) ?? launchEmulator(enis, vSwitches);
        emulators.set(key, known);
        const emulator = await known;
        await emulator.reset();
        return emulator;
      },
      dashboard: async (emulator, env, folder) => {
        const dashboard = await launchDashboard(emulator, env, folder);
        after(() => dashboard.stop());
        return dashboard;
      },
      browser: async () => {
        if (chromiumPath === null) throw new Error('no Chromium');
        const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
        after(() => browser.close());
        return browser;
      },
    };
    const end = async () => {
      for (const cleanUp of cleanUps.reverse()) await cleanUp();
    };
    return { context, end };
  };
}
