import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../../scripts/lib/paths.mjs';
import type { Cell } from './tables';

const execute = promisify(execFile);

const PROGRAMS: Record<string, readonly string[]> = {
  mjs: [process.execPath],
  // Where the system's packages are, whatever other Python comes first on the PATH.
  py: ['/usr/bin/python3'],
};

const MOST_OUTPUT = 512 * 1024 * 1024;

/** The rows of each sheet of a file, in their order. */
export type Sheets = Map<string, Cell[][]>;

/**
 * Has a reader of this folder print a file, as a program of its own, and gives its rows by sheet.
 * @param reader a file in `readers/`, which prints each row as JSON: the name of the sheet, then its cells
 */
export async function readBy(reader: string, ...args: readonly string[]): Promise<Sheets> {
  const [command = '', ...options] = PROGRAMS[reader.split('.').at(-1) ?? ''] ?? [];
  const cwd = `${root}e2e/consumers/readers`;
  const { stdout } = await execute(command, [...options, reader, ...args], { cwd, maxBuffer: MOST_OUTPUT });
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
