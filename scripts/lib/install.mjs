import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { must } from './processes.mjs';

function packagesIn(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

/**
 * Whether what npm says it installed in a folder is what the lockfile there asks for; packages of other platforms may be
 * missing.
 * @param probe one of the packages, which has to be there in fact
 */
export function isInstalled(folder = '.', probe = 'next') {
  const installed = packagesIn(`${folder}/node_modules/.package-lock.json`);
  if (!installed || !existsSync(join(root, folder, 'node_modules', probe, 'package.json'))) return false;
  return Object.entries(packagesIn(`${folder}/package-lock.json`)).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional),
  );
}

/** Installs the locked packages where they are missing or differ from the lockfile. */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
    process.exit(78);
  }
  if (isInstalled()) return;
  console.log('Installing packages …');
  await must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
