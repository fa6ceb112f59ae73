import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type TestContext, test } from 'vitest';
import { CONSUMER_TOOLS } from '../../scripts/lib/consumer-tools.mjs';
import { root } from '../../scripts/lib/paths.mjs';

/** What a consumer was given, and what of it was compared; `docs/COMPATIBILITY.md` is made of these. */
export type Compared = {
  /** What it took, such as `XLSX`. */
  artefact: string;
  estate: string;
  rows: number;
  values: number;
};

export type Consumer = {
  /** As the docs call it. */
  name: string;
  /** Null where it is not on this machine. */
  version: string | null;
  /** What installs it. */
  install: string;
};

declare module 'vitest' {
  interface TaskMeta {
    consumer?: Compared & { name: string; version: string };
  }
}

/** A program of the system, by its name in the list of those that `npm test` installs. */
export function systemConsumer(toolName: string, name = toolName): Consumer {
  const tool = CONSUMER_TOOLS[toolName];
  if (!tool) throw new Error(`${toolName} is not in scripts/lib/consumer-tools.mjs`);
  const [command = '', ...args] = tool.command;
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  const version = status === 0 ? (/\d+(\.\d+)+/.exec(stdout + stderr)?.[0] ?? '') : null;
  return { name, version, install: `apt-get install ${tool.packages.join(' ')}` };
}

/** A package of this folder's own package.json, or of the project's. */
export function npmConsumer(packageName: string, name = packageName): Consumer {
  const file = [`${root}e2e/consumers/`, root]
    .map((folder) => `${folder}node_modules/${packageName}/package.json`)
    .find(existsSync);
  const version = file ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : null;
  return { name, version, install: 'npm ci in e2e/consumers' };
}

/** A test that needs a program. It is skipped with a message where the machine lacks the program; in CI it fails. */
export function testWith(
  { name, version, install }: Consumer,
  title: string,
  run: (task: TestContext['task'], version: string) => Promise<void>,
): void {
  const lacking = `no ${name} on this machine: ${install}`;
  if (version !== null) test(`${name} ${title}`, ({ task }) => run(task, version));
  else if (process.env.CI === 'true')
    test(`${name} ${title}`, () => {
      throw new Error(lacking);
    });
  else test.skip(`${name} ${title} (${lacking})`, () => {});
}

/**
 * A test that a consumer reads right what it is given.
 * @param run gives what was compared
 */
export function consumerTest(consumer: Consumer, title: string, run: () => Promise<Compared>): void {
  testWith(consumer, title, async (task, version) => {
    task.meta.consumer = { name: consumer.name, version, ...(await run()) };
  });
}
