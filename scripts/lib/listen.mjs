import { hostname } from 'node:os';
import { quiet } from './environment.mjs';

/**
 * The environment in which the dashboard is started for real. An empty variable means its default, for Next's own flags
 * too. A container exports its own name as HOSTNAME, which nobody meant as an address to listen on.
 * @param {NodeJS.ProcessEnv} env
 */
export function listenEnvironment({ HOSTNAME, PORT, ...rest }) {
  const isOwnName = HOSTNAME === hostname() && HOSTNAME !== 'localhost';
  if (isOwnName) console.log(`HOSTNAME=${HOSTNAME} is this machine's own name; listening on 127.0.0.1.`);
  return {
    ...rest,
    ...quiet,
    NODE_ENV: 'production',
    HOSTNAME: isOwnName || !HOSTNAME ? '127.0.0.1' : HOSTNAME,
    PORT: PORT || '3000',
  };
}
