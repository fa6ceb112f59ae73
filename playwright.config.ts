import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './scripts/lib/chromium.mjs';

const executablePath = await findChromium();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/e2e',
  // Each worker has an emulator and a dashboard of its own: e2e/fixtures/stack.ts
  workers: 3,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // Bounds for what hangs, not for what is slow: machines are shared.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Asia/Shanghai',
    // Nothing is half there while it is looked at; that things do move is a test of its own.
    contextOptions: { reducedMotion: 'reduce' },
    // Not a trace: to record one takes as long as the tests.
    screenshot: 'only-on-failure',
    launchOptions: { args: chromiumFlags, ...(executablePath && { executablePath }) },
  },
});
