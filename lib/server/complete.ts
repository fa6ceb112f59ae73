import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The files that the server would load and that are not there. Next starts without them, and answers 500 to everything
 * that needs one.
 * @param list a file in the folder of the build that names them, a line each, from the folder above; where there is no
 *   such file, as in development, nothing is known to be missing
 */
export function missingFiles(list: string): string[] {
  if (!existsSync(list)) return [];
  const folder = dirname(dirname(list));
  const names = readFileSync(list, 'utf8').split('\n');
  return names.filter((name) => !existsSync(join(folder, name)));
}
