import 'server-only';
import { log } from '../log/log';
import { startDraining } from './draining';

/** The longest that requests in flight may hold up the end, in ms; less than Kubernetes' 30 s, the deadline of a request. */
const PATIENCE = 25_000;

type StoppableProcess = Pick<NodeJS.Process, 'once' | 'exit' | 'exitCode'>;

/**
 * Makes SIGTERM and SIGINT a clean end. Next itself stops listening, lets requests in flight finish and exits; here
 * readiness flips first, hanging requests are cut off, and the exit code is 0 where Next's is 128 + the signal.
 */
export function stopGracefully(process: StoppableProcess): void {
  const stop = (signal: NodeJS.Signals) => {
    startDraining();
    log.info({ signal }, 'stopping');
    process.once('exit', (code) => {
      if (code > 128) process.exitCode = 0;
    });
    setTimeout(() => {
      log.error({ seconds: PATIENCE / 1000 }, 'requests cut off');
      process.exit(1);
    }, PATIENCE).unref();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
}
