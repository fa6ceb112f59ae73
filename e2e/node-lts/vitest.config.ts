import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vitest/config';
import unit from '../../vitest.config';

/** What depends on Node most: its HTTP server, its cryptography, its files, and the start of all of it. */
const include = [
  'lib/server/http/*.test.ts',
  'lib/server/auth/{sealed,session,token-file,watched-file}.test.ts',
  'lib/server/audit/trail.test.ts',
  'lib/server/{config,log,graceful-stop}.test.ts',
  'e2e/node-lts/*.test.ts',
];

const config = mergeConfig(unit, { root: fileURLToPath(new URL('../..', import.meta.url)) });
config.test.include = include;
export default config;
