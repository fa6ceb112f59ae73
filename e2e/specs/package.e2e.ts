import { lstatSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { writeHome } from '../fixtures/home';
import { ended, type Installed, installPackage, startCommand } from '../fixtures/installed';
import { test as base, expect } from '../fixtures/stack';

/** Installed once for all tests here, which a worker runs one after another. */
const test = base.extend<object, { installed: Installed }>({
  installed: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern
    async ({}, use) => {
      const installed = await installPackage();
      await use(installed);
      installed.remove();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' });
}

const keysOf = (emulatorUrl: string, home: string) => ({
  HOME: home,
  ENI_ATLAS_ECS_ENDPOINT: emulatorUrl,
  ENI_ATLAS_VPC_ENDPOINT: emulatorUrl,
  ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
});

test('the package holds the server, the command and the emulator, and nothing else', ({ installed }) => {
  const { folder, tarball } = installed;
  expect(readdirSync(folder).sort()).toEqual([
    'LICENSE',
    'NOTICE.md',
    'README.md',
    'app',
    'bin',
    'deploy',
    'docs',
    'package.json',
    'sbom.cdx.json',
  ]);
  expect(readdirSync(join(folder, 'app')).sort()).toEqual([
    '.next',
    'node_modules',
    'package.json',
    'server.js',
  ]);
  expect(readdirSync(join(folder, 'bin')).sort()).toEqual(['emulator.mjs', 'eni-atlas.mjs']);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const key of ['dependencies', 'scripts', 'private']) expect(manifest).not.toHaveProperty(key);
  expect(statSync(tarball).size).toBeLessThan(10_000_000);
  const files = filesIn(folder);
  expect(files.filter((file) => lstatSync(join(folder, file)).isSymbolicLink())).toEqual([]);
  expect(
    files.filter((file) => /(^|\/)(sharp|@img|secrets)\/|(^|\/)\.env|\.test\.|\.map$/.test(file)),
  ).toEqual([]);
  // The package must not reveal where it was built.
  const here = root.replace(/\/$/, '');
  const told = files.filter((file) => {
    const path = join(folder, file);
    return lstatSync(path).isFile() && readFileSync(path).includes(here);
  });
  expect(told).toEqual([]);
});

test('the package says what it is made of, and under which licenses', ({ installed: { folder } }) => {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const bom: {
    bomFormat: string;
    metadata: { component: { name: string } };
    components: { name: string; version: string }[];
  } = JSON.parse(read('sbom.cdx.json'));
  expect(bom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'eni-atlas' } } });
  const names = bom.components.map(({ name }) => name);
  for (const name of ['next', 'react', 'openid-client', 'jose', 'ioredis']) expect(names).toContain(name);
  expect(names.filter((name) => /^(@img\/|sharp$|vitest$|@playwright\/|typescript$)/.test(name))).toEqual([]);
  const notice = read('NOTICE.md');
  const listed = [...notice.matchAll(/^\| (\S+) \| (\d\S+) \|/gm)].map(
    ([, name, version]) => `${name} ${version}`,
  );
  expect(bom.components.map(({ name, version }) => `${name} ${version}`).sort()).toEqual(listed.sort());
  expect(notice).toContain('Copyright (c) Meta Platforms');
});

test('demo: one command shows made-up rows in a browser, and a signal ends all of it', async ({
  installed,
  page,
}) => {
  const port = await freePort();
  const child = startCommand(installed, ['demo', '--port', String(port), '--enis', '300']);
  const end = ended(child);
  const url = `http://127.0.0.1:${port}`;
  await expect
    .poll(
      () =>
        fetch(`${url}/healthz`).then(
          (answer) => answer.status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200);
  await page.goto(url);
  await expect(page.getByRole('grid', { name: 'ENIs' }).getByRole('row').nth(1)).toContainText('eni-');
  child.kill('SIGTERM');
  expect(await end).toMatchObject({ code: 0, output: expect.stringContaining(`ENI Atlas is ready: ${url}`) });
});

test('serve takes a file by a path relative to where it was called, and check says what answers', async ({
  installed,
  stack,
}) => {
  const keys = keysOf(stack.emulator.url, writeHome(['prod', 'staging']));
  const accounts = {
    accounts: [
      { name: 'main', profile: 'prod' },
      { name: 'other', profile: 'staging' },
    ],
  };
  writeFileSync(join(installed.elsewhere, 'accounts.json'), JSON.stringify(accounts));
  const env = { ...keys, ENI_ATLAS_ACCOUNTS_FILE: 'accounts.json' };
  const { code, output } = await ended(startCommand(installed, ['check'], env));
  expect(output).toContain('main: cn-hangzhou answers');
  expect(output).toContain('other: cn-hangzhou answers');
  expect(code).toBe(0);

  const port = await freePort();
  const child = startCommand(installed, ['--port', String(port)], env);
  const end = ended(child);
  const names = () =>
    fetch(`http://127.0.0.1:${port}/api/accounts`).then(
      async (answer) =>
        ((await answer.json()) as { items: { name: string }[] }).items.map(({ name }) => name),
      () => [],
    );
  await expect.poll(names, { timeout: 60_000 }).toEqual(['main', 'other']);
  child.kill('SIGTERM');
  expect((await end).code).toBe(0);
});

test('what is wrong is named: a command, a flag, a variable, an account', async ({ installed, stack }) => {
  const run = (args: string[], env?: Record<string, string>) => ended(startCommand(installed, args, env));
  expect(await run(['sevre'])).toMatchObject({
    code: 64,
    output: expect.stringContaining('unknown command "sevre". Allowed: serve, demo, check'),
  });
  expect(await run(['--port', '70000'])).toMatchObject({
    code: 64,
    output: expect.stringContaining('"70000" is not allowed'),
  });
  expect(await run(['check', 'all'])).toMatchObject({
    code: 64,
    output: expect.stringContaining('unexpected argument "all"'),
  });
  for (const command of ['serve', 'check'])
    expect(await run([command], { ENI_ATLAS_RATE: 'fast' })).toMatchObject({
      code: 78,
      output: expect.stringContaining('ENI_ATLAS_RATE: "fast" is not allowed'),
    });
  const keys = keysOf(stack.emulator.url, writeHome(['prod']));
  const wrong = await run(['check'], { ...keys, ENI_ATLAS_PROFILES: 'prod,nobody' });
  expect(wrong.output).toContain('prod: cn-hangzhou answers');
  expect(wrong.output).toMatch(/^nobody: .+/m);
  expect(wrong.code).toBe(1);
});

test('tokens and the hash of a password are made by what is installed', async ({ installed }) => {
  const made = ['token', 'new', '--name', 'prom', '--scope', 'metrics', '--expires', '90d', '--owner', 'net'];
  const token = await ended(startCommand(installed, made));
  expect(token).toMatchObject({ code: 0, output: expect.stringMatching(/^eat_[\w-]{8}_[\w-]{43}$/m) });
  const command = startCommand(installed, ['hash-password'], {}, 'correct horse battery\n');
  expect(await ended(command)).toEqual({ code: 0, output: expect.stringMatching(/^scrypt\$\S+\n$/) });
});

test('a file of the installation that is missing ends the start, and is named (F66)', async ({
  installed,
}) => {
  const modules = join(installed.folder, 'app/.next/node_modules');
  const [external = ''] = readdirSync(modules).filter((name) => name.startsWith('pino-'));
  for (const missing of [
    join(modules, external),
    join(installed.folder, 'app/.next/server/instrumentation.js'),
  ]) {
    renameSync(missing, `${missing}.away`);
    const { code, output } = await ended(startCommand(installed, ['serve']));
    renameSync(`${missing}.away`, missing);
    expect(output).toMatch(/^eni-atlas: this copy is not complete: \.next\/\S+ .*missing/m);
    expect(code).toBe(70);
  }
});

test('help and version need nothing', async ({ installed }) => {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  expect(await ended(startCommand(installed, ['--version']))).toEqual({ code: 0, output: `${version}\n` });
  const help = await ended(startCommand(installed, ['--help']));
  expect(help).toMatchObject({ code: 0, output: expect.stringContaining('eni-atlas demo') });
});
