import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags } from './scripts/lib/chromium.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const executablePath = process.env.CHROMIUM_PATH;

// What the scan of the tests does not find in time: parts that are fetched late, and what the compiler adds.
const REACT = ['react', 'react-dom', 'react-dom/client', 'react/jsx-runtime', 'react/jsx-dev-runtime'];
const LATE = [
  '@tanstack/react-table',
  '@tanstack/react-virtual',
  'fflate',
  'fast-check',
  'next/dynamic',
  'next/link',
];
const LIBRARIES = [
  ...REACT,
  ...LATE,
  'next/navigation',
  'next-intl',
  '@tanstack/react-query',
  'vitest-browser-react',
];

/** Tests of components, by themselves in a real browser: no server, no emulator, no build. */
export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }] },
  define: { 'process.env.NODE_ENV': '"test"', 'process.env': '{}' },
  // All are made ready before the first test, and anew each time, as the page would else be loaded again in its middle.
  optimizeDeps: { entries: ['components/**/*.browser.test.tsx'], include: LIBRARIES, force: true },
  test: {
    include: ['components/**/*.browser.test.tsx'],
    testTimeout: 20_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { ...(executablePath && { executablePath }), args: chromiumFlags },
      }),
      instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
    },
  },
});
