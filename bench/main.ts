import { mkdirSync, writeFileSync } from 'node:fs';
import { findChromium } from '../scripts/lib/chromium.mjs';
import { root } from '../scripts/lib/paths.mjs';
import { stopAll } from '../scripts/lib/processes.mjs';
import type { Benchmark } from './benchmark';
import { createContexts } from './context';
import { BENCHMARKS } from './list';
import { describeMachine, machineLine } from './machine';
import { type NamedFinding, toTable } from './table';

const EXIT_USAGE = 78;
const RESULTS = `${root}test-results/bench.json`;
/** A benchmark that takes longer hangs. The soak of an hour is the longest, and only on request. */
const LONGEST = 5 * 60_000;
const LONGEST_ON_REQUEST = 75 * 60_000;

function usage(): string {
  const lines = BENCHMARKS.map(
    ({ name, what, isOnRequest }) => `  ${name.padEnd(14)} ${what}${isOnRequest ? ' (only by name)' : ''}`,
  );
  return `npm run bench -- [--long] [--list] [name …]\n\n${lines.join('\n')}`;
}

/** Whether a benchmark is asked for by this name: its own, or the first part of it. */
const isCalled = (name: string, { name: own }: Benchmark) => own === name || own.startsWith(`${name}-`);

/** The benchmarks named, or all that run without being named. */
function chosen(names: readonly string[]): readonly Benchmark[] {
  const unknown = names.filter((name) => !BENCHMARKS.some((benchmark) => isCalled(name, benchmark)));
  if (unknown.length > 0) {
    console.error(`bench: no benchmark is called ${unknown.join(', ')}\n\n${usage()}`);
    process.exit(EXIT_USAGE);
  }
  if (names.length === 0) return BENCHMARKS.filter(({ isOnRequest }) => !isOnRequest);
  return BENCHMARKS.filter((benchmark) => names.some((name) => isCalled(name, benchmark)));
}

function inTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`took longer than ${ms / 60_000} minutes`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const args = process.argv.slice(2);
if (args.includes('--list') || args.includes('--help')) {
  console.log(usage());
  process.exit(0);
}
const isLong = args.includes('--long');
const benchmarks = chosen(args.filter((arg) => arg !== '--long'));
const chromiumPath = await findChromium();
const machine = await describeMachine(chromiumPath);
console.log(machineLine(machine));

// Each dashboard leaves a listener that removes its home folder.
process.setMaxListeners(100);
let isDone = false;
process.once('exit', () => {
  if (!isDone) console.error('bench: broken off, since an emulator ended or the run was stopped.');
});

const contextOf = createContexts({ isLong, chromiumPath });
const findings: NamedFinding[] = [];
const failures: string[] = [];
const started = performance.now();
for (const { name, what, isOnRequest, minutes = 0, run } of benchmarks) {
  const began = performance.now();
  console.log(`${name} …`);
  const { context, end } = contextOf(name);
  try {
    const most = isLong || isOnRequest ? LONGEST_ON_REQUEST : Math.max(LONGEST, minutes * 60_000);
    for (const finding of await inTime(run(context), most)) findings.push({ benchmark: name, ...finding });
  } catch (error) {
    failures.push(`${name} (${what}): ${error instanceof Error ? error.message : error}`);
    console.error(`  ${name} could not be measured: ${error instanceof Error ? error.stack : error}`);
  }
  await end();
  context.say(`${Math.round((performance.now() - began) / 1000)} s`);
}

const after = await describeMachine(null);
console.log(`\n${machineLine(machine)}, after ${after.load.join(' ')}\n\n${toTable(findings)}\n`);
for (const { benchmark, notes = [] } of findings)
  for (const note of notes) console.log(`${benchmark}: ${note}.`);
for (const failure of failures) console.log(`NOT MEASURED  ${failure}`);
const missed = findings.filter(({ isMet }) => isMet === false).length;
const met = findings.filter(({ isMet }) => isMet === true).length;
const minutes = ((performance.now() - started) / 60_000).toFixed(1);
console.log(
  `\n${met} bars met, ${missed} missed, ${failures.length} not measured, in ${minutes} minutes. ` +
    'docs/BENCHMARKS.md says what each row means.',
);
mkdirSync(`${root}test-results`, { recursive: true });
writeFileSync(
  RESULTS,
  `${JSON.stringify({ machine, loadAfter: after.load, isLong, findings, failures }, null, 2)}\n`,
);
isDone = true;
// A missed bar is reported but does not fail the run: times drift on shared machines. A failed measurement fails it.
await stopAll(failures.length > 0 ? 1 : 0);
