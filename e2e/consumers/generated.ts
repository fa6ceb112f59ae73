import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { root } from '../../scripts/lib/paths.mjs';
import { ask } from './estates';

const execute = promisify(execFile);

/** Where clients are generated: below this folder, so that they find its packages. */
const FOLDER = `${root}e2e/consumers/.openapi`;

const PACKAGES = `${root}e2e/consumers/node_modules`;

const COMPILE = [
  ...['--noEmit', '--strict', '--target', 'ES2022', '--lib', 'ES2022,DOM,DOM.Iterable'],
  ...['--module', 'ESNext', '--moduleResolution', 'bundler'],
  ...['--typeRoots', `${root}node_modules/@types`, '--types', 'node'],
];

const MOST_OUTPUT = 512 * 1024 * 1024;

/** The serializer that docs/API.md gives to readers. */
async function documentedSerializer(): Promise<string> {
  const docs = await readFile(`${root}docs/API.md`, 'utf8');
  const code = /<!-- serializer -->\n+```ts\n([\s\S]*?)```\n+<!-- end of serializer -->/.exec(docs)?.[1];
  if (code === undefined) throw new Error('docs/API.md has no serializer');
  return code;
}

/** Lays out the folder: the document as the dashboard gives it, and the programs that read by clients made of it. */
export async function layOut(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await cp(`${root}e2e/consumers/clients`, FOLDER, { recursive: true });
  await writeFile(`${FOLDER}/openapi.json`, await (await ask('/api/openapi.json')).text());
  await writeFile(`${FOLDER}/serializer.ts`, await documentedSerializer());
}

/**
 * Runs a program of a package in that folder.
 * @throws with what it printed, where it does not end well
 */
export async function runTool(program: string, ...args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await execute(process.execPath, [`${PACKAGES}/${program}`, ...args], {
      cwd: FOLDER,
      maxBuffer: MOST_OUTPUT,
      // Without these, the tools would look for newer versions of themselves or report usage statistics.
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', CI: 'true' },
    });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(' ')}\n${stdout.slice(-8000)}\n${stderr.slice(-8000)}`);
  }
}

/** Compiles a program of the folder with all that it imports, strictly. */
export async function compile(program: string): Promise<void> {
  await runTool('typescript/bin/tsc', ...COMPILE, program);
}

/** Runs a program of the folder, and gives the rows that it printed, by the search that they are of. */
export async function rowsBy(program: string, ...args: readonly string[]): Promise<Map<string, unknown[]>> {
  const stdout = await runTool('../../../node_modules/tsx/dist/cli.mjs', program, ...args);
  const rows = new Map<string, unknown[]>();
  for (const line of stdout.split('\n')) {
    if (line === '') continue;
    const [search, row] = JSON.parse(line) as [string, unknown];
    const known = rows.get(search);
    if (known) known.push(row);
    else rows.set(search, [row]);
  }
  return rows;
}
