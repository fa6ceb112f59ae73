import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { cycloneDx } from './sbom.mjs';

export const packageFolder = join(root, 'dist/package');

/** Of the traced modules, those that only the optimizer of images would load, which is off. */
const UNUSED = ['node_modules/@img', 'node_modules/sharp'];

/** What tracing takes along that no server loads: source maps, and the tests of packages. */
const isLoaded = (path) => !/\.map$|[/]node_modules[/].*[/]test([/]|$)/.test(path);

/** Whether a file of the standalone build is in the package. */
export const isPacked = (path) => isLoaded(path) && !UNUSED.some((unused) => path.includes(`/${unused}/`));

/** For people who run the package; those who build it have the repository. */
const DOCS = [
  'ACCESSIBILITY',
  'API',
  'COMPATIBILITY',
  'CONFIGURATION',
  'DEPLOYMENT',
  'OPERATIONS',
  'PROBLEMS',
  'REVERSE_PROXY',
  'SIGN_IN',
  'THREAT_MODEL',
  'UPSTREAM',
].map((name) => `docs/${name}.md`);

/** Configurations that the docs name; not what somebody keeps there, nor what tests them. */
const isConfiguration = (path) => !/[/]secrets([/]|$)|[.]test[.]/.test(path);

const NOTICE_HEAD = `# Notice

ENI Atlas is under the Apache License 2.0 (LICENSE). It contains, or its pages contain, code of these packages. Their
licenses are below.

| package | version | license |
| --- | --- | --- |
`;

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const isUnused = (path) => UNUSED.some((unused) => path.startsWith(unused));

/** What the package is made with and of, by the lockfile: every package that is no tool of development. */
function packagesWithin() {
  const { packages } = readJson('package-lock.json');
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional && !isUnused(path))
    .map(([path, { version, license = 'see the package' }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { path, name, version, license };
    });
}

/** What a package itself says of its license; null where it brings no such file, or is of another platform. */
function licenseText(path) {
  const folder = join(root, path);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const files = names.filter((name) => /^(licen[cs]e|copying|notice)([.-]|$)/i.test(name)).sort();
  const texts = files
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
  return texts.length === 0 ? null : texts.join('\n\n');
}

function notice() {
  const within = packagesWithin();
  const lines = within.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  const named = new Map();
  for (const { path, name } of within) {
    const text = licenseText(path);
    if (text !== null) named.set(text, [...(named.get(text) ?? []), name]);
  }
  const texts = [...named].map(([text, names]) => {
    // Longer than any run of backticks in a license.
    const fence = '`````';
    return `## ${[...new Set(names)].sort().join(', ')}\n\n${fence}\n${text}\n${fence}\n`;
  });
  return `${NOTICE_HEAD}${[...new Set(lines)].sort().join('\n')}\n\n${texts.sort().join('\n')}`;
}

function manifest() {
  const { name, version, description, license, engines } = readJson('package.json');
  return {
    name,
    version,
    description,
    license,
    type: 'module',
    bin: { 'eni-atlas': 'bin/eni-atlas.mjs' },
    files: ['app', 'bin', 'deploy', 'docs', 'NOTICE.md', 'sbom.cdx.json'],
    engines,
  };
}

async function bundle(from, outfile, banner = '') {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(root, from)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    logLevel: 'warning',
    banner: { js: banner },
  });
}

/**
 * Lays the npm package out from the build that is there: the standalone server with its own modules, the command, the
 * emulator. It depends on nothing and installs nothing.
 * @param folder what it becomes; whatever is in there goes
 */
export async function layOutPackage(folder = packageFolder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const app = join(folder, 'app');
  // Turbopack names external packages by symbolic links, which npm leaves out of a package without a word.
  cpSync(join(root, '.next/standalone'), app, {
    recursive: true,
    dereference: true,
    filter: isLoaded,
  });
  for (const unused of UNUSED) rmSync(join(app, unused), { recursive: true, force: true });
  cpSync(join(root, '.next/static'), join(app, '.next/static'), { recursive: true });
  for (const own of ['preload.cjs', 'files.txt']) cpSync(join(root, '.next', own), join(app, '.next', own));
  if (existsSync(join(root, 'public')))
    cpSync(join(root, 'public'), join(app, 'public'), { recursive: true });
  forgetFolder(join(app, 'server.js'));
  forgetFolder(join(app, '.next/required-server-files.json'));
  await bundle('bin/eni-atlas.mjs', join(folder, 'bin/eni-atlas.mjs'), '#!/usr/bin/env node');
  await bundle('emulator/main.ts', join(folder, 'bin/emulator.mjs'));
  chmodSync(join(folder, 'bin/eni-atlas.mjs'), 0o755);
  for (const file of ['README.md', 'LICENSE', ...DOCS]) cpSync(join(root, file), join(folder, file));
  cpSync(join(root, 'deploy'), join(folder, 'deploy'), { recursive: true, filter: isConfiguration });
  writeFileSync(join(folder, 'NOTICE.md'), notice());
  const bom = await cycloneDx(packagesWithin());
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bom, null, 2)}\n`);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
}

/** Next records where it was built; people who install the package need not know. */
function forgetFolder(file) {
  if (!existsSync(file)) return;
  const here = JSON.stringify(root.replace(/\/$/, '')).slice(1, -1);
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(here, '.'));
}
