import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      // server-only throws outside a server bundle; tests of server code run in plain Node.
      { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
      { find: /^@\//, replacement: root },
    ],
  },
  test: {
    include: ['{app,components,lib,emulator,scripts,bench}/**/*.test.{ts,tsx}'],
    // Those have a browser: vitest.browser.config.ts
    exclude: [...configDefaults.exclude, '**/*.browser.test.tsx'],
    // Many tests wait for an emulator, so on two cores one worker leaves one of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    // Modules are loaded in hooks, which takes long on a machine that is shared.
    hookTimeout: 60_000,
  },
});
