import { DEMO_ACCOUNTS, demoEnvironment, startEmulatorProcess } from './demo-stack.mjs';
import { choosePort, waitForAnswer } from './ports.mjs';
import { endWith, stopAll } from './processes.mjs';

/**
 * Starts the emulated cloud and a dashboard on it, says where it is, and ends with either.
 * @param {object} demo
 * @param {string | undefined} demo.port the port asked for
 * @param {string[]} demo.args flags of the emulator
 * @param {string[]} [demo.program] arguments of Node that run the emulator, where not from its sources
 * @param {(env: NodeJS.ProcessEnv, options: import('node:child_process').SpawnOptions) =>
 *   import('node:child_process').ChildProcess} demo.startServer
 */
export async function runDemo({ port: asked, args, program, startServer }) {
  const port = await choosePort(asked, 3000);
  const emulatorUrl = await startEmulatorProcess(args, program);
  const env = demoEnvironment(emulatorUrl, DEMO_ACCOUNTS, { PORT: String(port), NODE_ENV: 'production' });
  endWith(startServer(env, { stdio: ['ignore', 'ignore', 'inherit'] }), 'The dashboard');
  const url = `http://127.0.0.1:${port}`;
  try {
    await waitForAnswer(url, 60);
    console.log(`\nENI Atlas is ready: ${url}  (made-up data, no cloud account; Ctrl-C stops it)`);
  } catch (error) {
    console.error(error.message);
    await stopAll(1);
  }
}
