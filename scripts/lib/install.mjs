import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { must } from './processes.mjs';

function packagesIn(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

/** Whether what npm says it installed is what the lockfile asks for; packages of other platforms may be missing. */
function isInstalled() {
  const installed = packagesIn('node_modules/.package-lock.json');
  if (!installed || !existsSync(join(root, 'node_modules/next/package.json'))) return false;
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional),
  );
}

/** Installs the locked packages where they are missing or others than the lockfile's. */
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
