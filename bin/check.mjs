import { listenEnvironment } from '../scripts/lib/listen.mjs';
import { freePort, waitForAnswer } from '../scripts/lib/ports.mjs';
import { stopAll } from '../scripts/lib/processes.mjs';
import { refuseRest } from './port-flag.mjs';
import { startServer } from './server-process.mjs';

async function ask(url) {
  const response = await fetch(url);
  return { isOk: response.ok, status: response.status, body: await response.json() };
}

/** The answer of one account for one ENI of its default region, in a line; returns whether it answered. */
async function askAccount(url, name) {
  const { isOk, body } = await ask(`${url}/api/enis?account=${encodeURIComponent(name)}&limit=1`);
  const problem = isOk ? body.failures[0]?.problem : body;
  if (!problem) {
    console.log(`${name}: ${body.scope.regions.join(', ')} answers`);
    return true;
  }
  const grant = problem.action ? ` Grant ${problem.action}.` : '';
  console.log(`${name}: ${problem.title}. ${problem.detail ?? ''}${grant}`);
  return false;
}

/**
 * `eni-atlas check`: starts the server as `serve` would, on a free port of loopback, asks each account for one ENI, and
 * ends. The exit code is the server's where it does not start (78: configuration), 1 where an account did not answer.
 */
export async function check(args) {
  refuseRest(args);
  const port = await freePort();
  const child = startServer(
    { ...listenEnvironment(process.env), PORT: String(port), ENI_ATLAS_LOG_LEVEL: 'silent' },
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const url = `http://127.0.0.1:${port}`;
  try {
    await waitForAnswer(`${url}/healthz`, 60, () => child.exitCode !== null);
  } catch {
    await stopAll(child.exitCode || 1);
  }
  console.log('The configuration is right.');
  const { isOk, status, body } = await ask(`${url}/api/accounts`);
  if (status === 401) {
    console.log('Sign-in is on, so accounts were not asked.');
    await stopAll(0);
  }
  if (!isOk) {
    console.log(`${body.title}. ${body.detail ?? ''}`);
    await stopAll(1);
  }
  const answered = await Promise.all(body.items.map(({ name }) => askAccount(url, name)));
  await stopAll(answered.includes(false) ? 1 : 0);
}
