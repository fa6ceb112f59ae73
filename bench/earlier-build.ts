import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanEnvironment } from '../scripts/lib/environment.mjs';
import { root } from '../scripts/lib/paths.mjs';
import { run } from '../scripts/lib/processes.mjs';

/** The build that figures are held against, of 28 November. */
export const EARLIER = '00723b7';
/** In `.next` where a build has come to its end. */
const STAMP = '.next/.eni-atlas-build';

const quietly = { stdio: ['ignore', 'pipe', 'pipe'] as const };

async function succeeds(command: string, args: string[], cwd: string): Promise<boolean> {
  const { code } = await run(command, args, { ...quietly, cwd, env: cleanEnvironment() });
  return code === 0;
}

const lockOf = (folder: string) => readFileSync(join(folder, 'package-lock.json'), 'utf8');

/** Takes the sources of a commit out of this repository's history, with the packages that they ask for. */
async function checkOut(commit: string, folder: string): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const archive = `${folder}sources.tar`;
  if (!(await succeeds('git', ['archive', '--format=tar', `--output=${archive}`, commit], root)))
    return false;
  if (!(await succeeds('tar', ['-xf', archive, '-C', folder], root))) return false;
  rmSync(archive);
  if (lockOf(folder) === lockOf(root))
    cpSync(join(root, 'node_modules'), join(folder, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
    });
  return true;
}

/**
 * Builds an earlier commit of this repository in a folder of its own, which is kept for the next run.
 * @returns the folder, ending with a slash; null where the history does not have the commit, or it cannot be built
 */
export async function earlierBuild(commit: string, say: (text: string) => void): Promise<string | null> {
  const folder = join(tmpdir(), `eni-atlas-bench-${commit}`, '/');
  if (existsSync(join(folder, STAMP))) return folder;
  if (!(await succeeds('git', ['cat-file', '-e', `${commit}^{commit}`], root))) return null;
  say(`building ${commit} …`);
  const isThere = await checkOut(commit, folder);
  return isThere && (await succeeds(process.execPath, ['scripts/build.mjs'], folder)) ? folder : null;
}
