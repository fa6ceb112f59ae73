import { runDemo } from '../scripts/lib/run-demo.mjs';
import { packageRoot } from './paths.mjs';
import { takePort } from './port-flag.mjs';
import { startServer } from './server-process.mjs';

/**
 * `eni-atlas demo`: the dashboard on the emulated cloud that comes with it. Arguments that the command does not know
 * are flags of the emulator.
 */
export async function demo(args) {
  const { port, rest } = takePort(args);
  await runDemo({
    port: port ?? process.env.PORT,
    args: rest,
    program: [`${packageRoot}bin/emulator.mjs`],
    startServer,
  });
}
