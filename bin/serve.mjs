import { listenEnvironment } from '../scripts/lib/listen.mjs';
import { endWith } from '../scripts/lib/processes.mjs';
import { refuseRest, takePort } from './port-flag.mjs';
import { startServer } from './server-process.mjs';

/** `eni-atlas serve`: the dashboard, configured by the environment, until a signal. */
export function serve(args) {
  const { port, rest } = takePort(args);
  refuseRest(rest);
  endWith(startServer(listenEnvironment({ ...process.env, ...(port && { PORT: port }) })));
}
