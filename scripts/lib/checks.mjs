import { mkdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { cleanEnvironment } from './environment.mjs';
import { root } from './paths.mjs';
import { run } from './processes.mjs';

const bin = (path) => `node_modules/${path}`;
export const unitResults = `${root}test-results/unit.json`;

const BIOME = {
  name: 'format and lint (biome)',
  args: [bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.'],
};
const TYPES = { name: 'types (tsc)', args: [bin('typescript/bin/tsc'), '--noEmit'] };
const ARCHITECTURE = {
  name: 'architecture (dependency-cruiser)',
  args: [
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    ...['app', 'bin', 'components', 'lib', 'emulator', 'e2e', 'bench'],
    ...['--config', '.dependency-cruiser.cjs'],
  ],
};
const DEAD_CODE = { name: 'dead code (knip)', args: [bin('knip/bin/knip.js')] };
const UNIT = {
  name: 'unit and property tests (vitest)',
  args: [
    bin('vitest/vitest.mjs'),
    ...['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitResults}`],
  ],
};
/** The same without what waits for time limits to pass, and with fewer random searches. */
const UNIT_QUICK = {
  ...UNIT,
  args: [...UNIT.args, '--exclude', '**/*.slow.test.ts'],
  env: { PROPERTY_RUNS: '30' },
};

async function runCheck({ name, args, env = {} }) {
  const started = performance.now();
  const { code, output } = await run(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment({ ...env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) }),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}, ${seconds} s`);
  if (code !== 0) console.log(output);
  return { name, isPassed: code === 0 };
}

async function inTurn(checks) {
  const results = [];
  for (const check of checks) results.push(await runCheck(check));
  return results;
}

/**
 * Everything that needs no browser, in two lanes: the tests beside the static tools.
 * @param afterTools what the second lane goes on with while the first is under way
 */
export async function runChecks({ isQuick = false, afterTools = async () => {} } = {}) {
  mkdirSync(`${root}test-results`, { recursive: true });
  // The types of routes come from Next itself, and a fresh clone has none yet.
  await run(process.execPath, [bin('next/dist/bin/next'), 'typegen'], {
    stdio: 'ignore',
    env: cleanEnvironment(),
  });
  const lanes = await Promise.all([
    inTurn([isQuick ? UNIT_QUICK : UNIT]),
    inTurn([TYPES, BIOME, ARCHITECTURE, DEAD_CODE]).then(async (tools) => {
      await afterTools();
      return tools;
    }),
  ]);
  const [[unit], tools] = lanes;
  return { unit, tools };
}
