import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The files that the server would load but that are missing. Next starts without them, and answers 500 to everything
 * that needs one.
 * @param list a file in the build folder that lists them, one a line, relative to the folder above; without such a
 *   file, as in development, nothing counts as missing
 */
export function missingFiles(list: string): string[] {
  if (!existsSync(list)) return [];
  const folder = dirname(dirname(list));
  const names = readFileSync(list, 'utf8').split('\n');
  return names.filter((name) => !existsSync(join(folder, name)));
}
