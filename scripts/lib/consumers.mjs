import { spawnSync } from 'node:child_process';
import { aptInstall } from './apt.mjs';
import { CONSUMER_TOOLS } from './consumer-tools.mjs';
import { cleanEnvironment } from './environment.mjs';
import { isInstalled } from './install.mjs';
import { root } from './paths.mjs';
import { run } from './processes.mjs';

export const consumersResults = `${root}test-results/consumers.json`;

const FOLDER = 'e2e/consumers';

const isHere = ({ command: [program, ...args] }) =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** Installs what the tests of consumers run, as far as this machine lets it; the tests say what is lacking. */
async function ensureConsumers() {
  if (!isInstalled(FOLDER, 'exceljs')) {
    console.log('Installing the packages of consumers …');
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: `${root}${FOLDER}` });
  }
  const lacking = Object.entries(CONSUMER_TOOLS).filter(([, tool]) => !isHere(tool));
  if (lacking.length === 0) return;
  console.log(`Installing ${lacking.map(([name]) => name).join(', ')} from the system packages …`);
  const packages = lacking.flatMap(([, tool]) => tool.packages);
  // One that a release lacks must not take the others with it.
  if (!aptInstall(packages)) for (const name of packages) aptInstall([name]);
}

/** Gives what the dashboard exports to the programs that take it; resolves to whether all of them read it right. */
export async function runConsumers() {
  await ensureConsumers();
  const { code } = await run(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      ...['run', '--config', `${FOLDER}/vitest.config.ts`],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${consumersResults}`],
    ],
    { env: cleanEnvironment({ NODE_ENV: 'test' }) },
  );
  return code === 0;
}
