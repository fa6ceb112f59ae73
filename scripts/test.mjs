import { existsSync, readFileSync, rmSync } from 'node:fs';
import { build } from './lib/build.mjs';
import { runChecks, unitResults } from './lib/checks.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { componentsResults, runComponents } from './lib/components.mjs';
import { consumersResults, runConsumers } from './lib/consumers.mjs';
import { ensureContainers } from './lib/containers.mjs';
import { cleanEnvironment } from './lib/environment.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { nodeLtsResults, runOnNodeLts } from './lib/node-lts.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { ensureProxies } from './lib/proxies.mjs';
import { ensureRedis } from './lib/redis.mjs';

const e2eResults = `${root}test-results/e2e.json`;
const total = { passed: 0, failed: 0, skipped: 0 };

function add({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** Counts of a report; a run that failed without saying where, or ran nothing, is one failure. */
function countReport(file, isPassed, countOf) {
  const counts = existsSync(file)
    ? countOf(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0 };
  const isSilent = (!isPassed && counts.failed === 0) || counts.passed + counts.failed === 0;
  add(isSilent ? { ...counts, failed: counts.failed + 1 } : counts);
}

const countVitest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
});

function closeWith() {
  const { passed, failed, skipped } = total;
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

rmSync(`${root}test-results`, { recursive: true, force: true });
await ensureInstalled();
const chromium = await ensureChromium();
ensureRedis();
ensureContainers();
ensureProxies();

let isBuilt = false;
const { unit, tools } = await runChecks({
  afterTools: async () => {
    console.log('Building for the end-to-end tests …');
    isBuilt = await build();
  },
});
for (const { isPassed } of tools) add({ [isPassed ? 'passed' : 'failed']: 1 });
countReport(unitResults, unit.isPassed, countVitest);

add({ [isBuilt ? 'passed' : 'failed']: 1 });
if (!isBuilt) {
  console.error('The build failed, so no end-to-end test could run.');
  closeWith();
}
if (chromium === null) {
  add({ failed: 1 });
  closeWith();
}

countReport(componentsResults, await runComponents(chromium), countVitest);

const { code } = await run(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], {
  env: cleanEnvironment({ CHROMIUM_PATH: chromium }),
});
countReport(e2eResults, code === 0, ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
}));

// Not beside the browser's tests: converters take whole cores.
countReport(consumersResults, await runConsumers(), countVitest);

const onNodeLts = await runOnNodeLts();
if (onNodeLts === null) add({ skipped: 1 });
else countReport(nodeLtsResults, onNodeLts, countVitest);
closeWith();
