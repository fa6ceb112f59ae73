import { resolve } from 'node:path';
import { start } from '../scripts/lib/processes.mjs';
import { packageRoot } from './paths.mjs';

/**
 * The environment with paths that hold wherever the server runs: it works in a folder of its own, but a relative path
 * is meant from here.
 * @param {NodeJS.ProcessEnv} env
 */
function withWholePaths(env) {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      value && /^ENI_ATLAS_\w+_FILE$/.test(name) ? resolve(value) : value,
    ]),
  );
}

/**
 * Starts the installed server behind the guard.
 * @param {NodeJS.ProcessEnv} env with HOSTNAME and PORT
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startServer(env, options = {}) {
  const app = `${packageRoot}app/`;
  return start(process.execPath, ['-r', `${app}.next/preload.cjs`, `${app}server.js`], {
    cwd: app,
    env: withWholePaths(env),
    ...options,
  });
}
