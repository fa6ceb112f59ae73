import { existsSync } from 'node:fs';
import { cleanEnvironment } from './environment.mjs';
import { isInstalled } from './install.mjs';
import { root } from './paths.mjs';
import { run } from './processes.mjs';

const FOLDER = 'e2e/node-lts';
export const nodeLtsResults = `${root}test-results/node-lts.json`;

/** The package that carries the program for this machine; there is none for every kind of machine. */
const PACKAGE = `node-${process.platform}-${process.arch}`;
const program = `${root}${FOLDER}/node_modules/${PACKAGE}/bin/node`;

/** The Node of `e2e/node-lts/package.json`, installed where it is missing; null where this machine has none. */
async function ensureNodeLts() {
  if (!isInstalled(FOLDER, PACKAGE)) {
    console.log('Installing the newest Node of long support …');
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: `${root}${FOLDER}` });
  }
  return existsSync(program) ? program : null;
}

/**
 * Runs the tests of `e2e/node-lts/vitest.config.ts` by the newest Node of long support, on the build that is there.
 * @returns whether they passed; null where this machine can have no such Node
 */
export async function runOnNodeLts() {
  const node = await ensureNodeLts();
  if (node === null) {
    console.error(`No ${PACKAGE} to be had, so nothing was tried on the newest Node of long support.`);
    return process.env.CI ? false : null;
  }
  const { code } = await run(
    node,
    [
      'node_modules/vitest/vitest.mjs',
      ...['run', '--config', `${FOLDER}/vitest.config.ts`],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${nodeLtsResults}`],
    ],
    { env: cleanEnvironment({ NODE_ENV: 'test' }) },
  );
  return code === 0;
}
