import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

const running = new Set();

/** Longer than a dashboard takes to end by itself, requests in flight included: lib/server/process/graceful-stop.ts */
const PATIENCE = 27_000;
let isStopping = false;

/** Starts a process that ends with this one. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Runs a process to its end and resolves to its exit code, and to its output where that is piped. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, options);
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', (error) => resolve({ code: 127, output: String(error) }));
    child.once('close', (code, signal) => resolve({ code: code ?? (signal ? 130 : 1), output }));
  });
}

/** Runs a process that has to succeed; ends this one with its code where it does not. */
export async function must(command, args, options = {}) {
  const { code } = await run(command, args, options);
  if (code !== 0) await stopAll(code);
}

/** Stops what was started, waits for it, and ends this process. */
export async function stopAll(code) {
  isStopping = true;
  const ended = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
  for (const child of running) child.kill('SIGTERM');
  const killer = setTimeout(() => {
    for (const child of running) child.kill('SIGKILL');
  }, PATIENCE);
  await Promise.all(ended);
  clearTimeout(killer);
  process.exit(code);
}

/** Ends this process when a child that should go on running ends; says which did and how, where the child has a name. */
export function endWith(child, name) {
  child.once('exit', (code, signal) => {
    if (isStopping) return;
    if (name)
      console.error(`\n${name} ended by ${signal ?? `itself with code ${code}`}, so all of it stops.`);
    stopAll(code ?? 1);
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stopAll(0));

// npm exits without telling the script that it started, which would then go on alone.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent && !isStopping) stopAll(0);
}, 1000).unref();
