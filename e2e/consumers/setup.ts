import type { TestProject } from 'vitest/node';
import { startEmulator } from '../../emulator/server';
import { launchDashboard } from '../fixtures/dashboard';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the dashboard listens: the production build on an emulator with the demo's accounts. */
    dashboardUrl: string;
  }
}

/** Starts what every file of tests asks. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const emulator = await startEmulator();
  const dashboard = await launchDashboard({
    emulatorUrl: emulator.url,
    keys: ['prod', 'staging', 'audit', 'odd'],
    env: { ENI_ATLAS_CACHE_TTL: '60' },
  });
  project.provide('dashboardUrl', dashboard.url);
  return async () => {
    await dashboard.stop();
    await emulator.close();
  };
}
