import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Eni } from '../../lib/eni/eni';
import { cellOf, type ExportColumn } from '../../lib/export/export-columns';
import { rowsOf } from '../../lib/export/rows';
import { BROWSER_COLUMNS, COLUMN_IDS } from '../../lib/search/table/columns';
import { ask, ESTATES, type EstateName } from './estates';

/** Every column that a file can have and whose value comes from the ENI alone. */
export const COLUMNS: readonly ExportColumn[] = [
  ...COLUMN_IDS.filter((id) => !BROWSER_COLUMNS.includes(id)),
  'addresses',
  'tag:team',
];

export type Cell = string | number | boolean | null;

/** The cells that a file of these ENIs has to have, by the id of each. */
export function cellsOf(enis: readonly Eni[]): Map<string, Cell[]> {
  return new Map(
    rowsOf(enis, 'eni').map((row) => [row.eni.id, COLUMNS.map((column) => cellOf(column, row))]),
  );
}

async function download(estate: EstateName, options: string): Promise<string> {
  const columns = COLUMNS.map(encodeURIComponent).join(',');
  const response = await ask(`/api/enis/export?${ESTATES[estate]}&${options}&cols=${columns}`);
  const folder = await mkdtemp(join(tmpdir(), 'eni-atlas-consumers-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, `export.${/format=(\w+)/.exec(options)?.[1] ?? 'csv'}`);
  await writeFile(path, Buffer.from(await response.arrayBuffer()));
  return path;
}

const known = new Map<string, Promise<string>>();

/** The path of an estate as a file, downloaded once, which is there as long as this process. */
export function exportOf(estate: EstateName, options: string): Promise<string> {
  const key = `${estate} ${options}`;
  const path = known.get(key) ?? download(estate, options);
  known.set(key, path);
  return path;
}
