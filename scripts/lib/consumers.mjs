import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { aptInstall } from './apt.mjs';
import { comparedIn, missingIn } from './compatibility.mjs';
import { CONSUMER_TOOLS } from './consumer-tools.mjs';
import { cleanEnvironment } from './environment.mjs';
import { isInstalled } from './install.mjs';
import { root } from './paths.mjs';
import { run } from './processes.mjs';

export const consumersResults = `${root}test-results/consumers.json`;

const FOLDER = 'e2e/consumers';

const isHere = ({ command: [program, ...args] }) =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/**
 * Installs the programs for the tests of consumers, as far as this machine allows it; the tests say what is missing.
 */
async function ensureConsumers() {
  if (!isInstalled(FOLDER, 'exceljs')) {
    console.log('Installing the packages of consumers …');
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: `${root}${FOLDER}` });
  }
  const lacking = Object.entries(CONSUMER_TOOLS).filter(([, tool]) => !isHere(tool));
  if (lacking.length === 0) return;
  console.log(`Installing ${lacking.map(([name]) => name).join(', ')} from the system packages …`);
  const packages = lacking.flatMap(([, tool]) => tool.packages);
  // A package that a release lacks must not stop the others.
  if (!aptInstall(packages)) for (const name of packages) aptInstall([name]);
}

/** Says what of the last run docs/COMPATIBILITY.md does not have; whether there was such. */
function isTableBehind() {
  if (!existsSync(consumersResults)) return false;
  const compared = comparedIn(JSON.parse(readFileSync(consumersResults, 'utf8')));
  const missing = missingIn(readFileSync(`${root}docs/COMPATIBILITY.md`, 'utf8'), compared);
  if (missing.length > 0)
    console.error(`docs/COMPATIBILITY.md lacks: ${missing.join('; ')}. Run: node scripts/compatibility.mjs`);
  return missing.length > 0;
}

/**
 * Gives what the dashboard exports to the programs that take it; resolves to whether all of them read it right, and the
 * table of them is as long as it should be.
 */
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
  return !isTableBehind() && code === 0;
}
