import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment } from './environment.mjs';
import { isPacked } from './package.mjs';
import { nextBin, preload, root } from './paths.mjs';
import { run } from './processes.mjs';
import { hashOf, isStamped } from './stamp.mjs';

const STAMP = '.next/.eni-atlas-build';

const sourceHash = () =>
  hashOf(
    'app',
    'components',
    'lib',
    'public',
    'instrumentation.ts',
    'scripts/lib/build.mjs',
    'scripts/lib/package.mjs',
    'package-lock.json',
    'next.config.mjs',
    'postcss.config.mjs',
    'tailwind.config.ts',
    'tsconfig.json',
  );

/** Bundles the guard into one file that `node -r` can load before Next. */
export async function buildPreload(outfile) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(root, 'lib/server/http/preload.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    // Under this condition `server-only` is an empty module, as in a server bundle of Next.
    conditions: ['react-server'],
    logLevel: 'warning',
  });
}

/** The files of a folder and of what its symbolic links lead to, by their paths in it. */
function filesIn(folder, within = '') {
  return readdirSync(join(folder, within)).flatMap((name) => {
    const path = join(within, name);
    return statSync(join(folder, path)).isDirectory() ? filesIn(folder, path) : [path];
  });
}

/** Writes down which files the server loads, so that a start can tell when one is missing: lib/server/complete.ts */
function listFiles() {
  const standalone = join(root, '.next/standalone');
  const files = filesIn(standalone).filter(
    (path) => /\.([cm]?js|json|node)$/.test(path) && isPacked(join(standalone, path)),
  );
  // The server of the package stands where a checkout has another.
  const own = files.filter((path) => path !== 'server.js' && path !== 'package.json');
  writeFileSync(join(root, '.next/files.txt'), own.sort().join('\n'));
}

/**
 * Builds for production; resolves to whether it succeeded. No key can get into a build: it sees no variable with one.
 */
export async function build() {
  const hash = sourceHash();
  // A build that is interrupted leaves half a .next behind.
  rmSync(join(root, STAMP), { force: true });
  const { code } = await run(process.execPath, [nextBin, 'build'], {
    env: cleanEnvironment({ NODE_ENV: 'production' }),
  });
  if (code !== 0) return false;
  await buildPreload(preload);
  listFiles();
  writeFileSync(join(root, STAMP), hash);
  return true;
}

/** Builds where there is no build, or only one from other sources. */
export async function ensureBuilt() {
  if (existsSync(join(root, '.next/BUILD_ID')) && existsSync(preload) && isStamped(STAMP, sourceHash()))
    return;
  console.log('Building …');
  if (!(await build())) process.exit(1);
}
