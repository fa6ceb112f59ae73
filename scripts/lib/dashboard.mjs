import { dashboardArguments } from './paths.mjs';
import { start } from './processes.mjs';

/** Starts the production build behind the guard, where its environment says; `cwd` is the folder of another checkout. */
export function startDashboard(env, options = {}) {
  return start(process.execPath, dashboardArguments(env.HOSTNAME, env.PORT, options.cwd), {
    env,
    ...options,
  });
}
