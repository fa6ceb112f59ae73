import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/lib/paths.mjs';
import type { Cell } from './tables';

const execute = promisify(execFile);

const READERS = `${root}e2e/consumers/readers`;
const JARS = '/usr/share/java/*';

let folderOfClasses: Promise<string> | null = null;

/** Compiles the readers in Java, once. */
async function compile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'eni-atlas-java-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const sources = (await readdir(READERS)).filter((name) => name.endsWith('.java'));
  await execute('javac', ['-cp', JARS, '-d', folder, ...sources], { cwd: READERS });
  return folder;
}

/** The command that runs a reader. */
async function commandOf(reader: string): Promise<[command: string, ...args: string[]]> {
  if (reader.endsWith('.java')) {
    folderOfClasses ??= compile();
    return ['java', '-cp', `${JARS}${delimiter}${await folderOfClasses}`, reader.replace('.java', '')];
  }
  // The folder of the system's packages, even if another Python comes first on the PATH.
  return [reader.endsWith('.py') ? '/usr/bin/python3' : process.execPath, reader];
}

const MOST_OUTPUT = 512 * 1024 * 1024;

/** The rows of each sheet of a file, in their order. */
export type Sheets = Map<string, Cell[][]>;

/**
 * Has a reader of this folder print a file, as a program of its own, and gives its rows by sheet.
 * @param reader a file in `readers/`, which prints each row as JSON: the name of the sheet, then its cells
 */
export async function readBy(reader: string, ...args: readonly string[]): Promise<Sheets> {
  const [command, ...options] = await commandOf(reader);
  const { stdout } = await execute(command, [...options, ...args], { cwd: READERS, maxBuffer: MOST_OUTPUT });
  const sheets: Sheets = new Map();
  for (const line of stdout.split('\n')) {
    if (line === '') continue;
    const [sheet, ...cells] = JSON.parse(line) as [string, ...Cell[]];
    const rows = sheets.get(sheet);
    if (rows) rows.push(cells);
    else sheets.set(sheet, [cells]);
  }
  return sheets;
}
