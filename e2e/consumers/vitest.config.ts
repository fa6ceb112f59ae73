import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
      { find: /^@\//, replacement: root },
    ],
  },
  test: {
    include: ['e2e/consumers/**/*.test.ts'],
    globalSetup: 'e2e/consumers/setup.ts',
    // One emulator and one dashboard serve all files, one after another.
    fileParallelism: false,
    // Bounds for what hangs, not for what is slow: an office suite starts in a minute on a busy machine.
    testTimeout: 900_000,
    hookTimeout: 300_000,
  },
});
