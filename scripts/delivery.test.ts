import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { parseAccessFile } from '@/lib/server/auth/access-file';
import { type Environment, parseConfig, VARIABLES } from '@/lib/server/config/config';

const read = (path: string) => readFileSync(`deploy/${path}`, 'utf8');

type Service = {
  command?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  volumes?: { source: string; target: string }[];
  ports?: string[];
  tmpfs?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
};
type Compose = {
  services: Record<string, Service> & { dashboard: Service };
  secrets: Record<string, { file: string }>;
};
const compose = parse(read('compose/compose.yaml')) as Compose;
const dex = parse(read('compose/dex.yaml')) as {
  issuer: string;
  staticClients: { id: string; redirectURIs: string[] }[];
  staticPasswords: { email: string }[];
};

/** The variables that a file of `NAME=value` lines sets. */
const settingsIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/^([A-Z]\w*)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );

/** The variables that the image sets by itself. */
function imageSettings(): Record<string, string> {
  const [, line = ''] = /^ENV (.*)$/m.exec(read('container/Dockerfile')) ?? [];
  return settingsIn(line.replaceAll(' ', '\n'));
}

type Named = { name: string; value: string };
const containerEnv = (path: string): Record<string, string> => {
  const deployments = parseAllDocuments(read(`kubernetes/${path}`)).map((document) => document.toJS());
  const [container] = deployments[0].spec.template.spec.containers as { env: Named[] }[];
  return Object.fromEntries(container?.env.map(({ name, value }) => [name, value]) ?? []);
};

/** THE list of delivered forms: the variables that each sets, and who may see which of them. */
const FORMS: Record<string, { env: Environment; access: string }> = {
  compose: {
    env: {
      ...imageSettings(),
      ...settingsIn(read('compose/settings.env')),
      ...compose.services.dashboard.environment,
    },
    access: 'compose/access.json',
  },
  Kubernetes: {
    env: {
      ...imageSettings(),
      ...settingsIn(read('kubernetes/example/settings.env')),
      ...containerEnv('base/deployment.yaml'),
      ...containerEnv('components/redis/eni-atlas.yaml'),
    },
    access: 'kubernetes/example/access.json',
  },
  systemd: {
    env: {
      ...settingsIn(read('systemd/eni-atlas.env')),
      ...settingsIn(read('systemd/eni-atlas.service').replaceAll(/^Environment=/gm, '')),
    },
    access: 'systemd/access.json',
  },
};

const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-delivery-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The settings of a form, with its secrets in files that exist. */
function settled(env: Environment): Environment {
  const secret = join(folder, 'secret');
  writeFileSync(secret, `${'k'.repeat(43)}\n`);
  const isSecret = (name: string) =>
    name.startsWith('ENI_ATLAS_') && VARIABLES.includes(name.replace(/_FILE$/, ''));
  return Object.fromEntries(
    Object.entries(env)
      .filter(([name]) => VARIABLES.includes(name) || name.startsWith('ENI_ATLAS_'))
      .map(([name, value]) => [name, name.endsWith('_FILE') && isSecret(name) ? secret : value]),
  );
}

test.each(Object.entries(FORMS))('what %s sets is a configuration that signs people in', (_, { env }) => {
  const config = parseConfig(settled(env));
  expect(config).toMatchObject({ authMode: 'oidc', warnings: [] });
  expect(config.accessFile).not.toBeNull();
});

test.each(Object.entries(FORMS))('who may see what in %s is a valid access file', (_, { access }) => {
  const known = { accounts: ['default'], isRegion: () => true };
  expect(parseAccessFile(read(access), known)).toHaveProperty('grants');
});

test('compose mounts files that there are, and secrets by the names that the settings have', () => {
  const { dashboard, ...others } = compose.services;
  for (const service of [dashboard, ...Object.values(others)]) {
    for (const { source } of service.volumes ?? [])
      expect(existsSync(join('deploy/compose', source)), source).toBe(true);
    for (const name of service.secrets ?? []) expect(compose.secrets).toHaveProperty(name);
  }
  const files = Object.values(dashboard.environment ?? {}).filter((value) => value.startsWith('/'));
  const mounted = [
    ...(dashboard.secrets ?? []).map((name) => `/run/secrets/${name}`),
    ...(dashboard.volumes ?? []).map(({ target }) => target),
  ];
  expect(files.sort()).toEqual(mounted.sort());
});

test('compose gives nobody a right, a root to write to, or a port beyond loopback', () => {
  for (const [name, service] of Object.entries(compose.services)) {
    expect(service, name).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  }
});

test('the identity provider for trying out knows the dashboard, and the dashboard it', () => {
  const { env, access } = FORMS.compose as (typeof FORMS)[string];
  const [client] = dex.staticClients;
  expect(dex.issuer).toBe(env.ENI_ATLAS_OIDC_ISSUER);
  expect(client?.id).toBe(env.ENI_ATLAS_OIDC_CLIENT_ID);
  expect(client?.redirectURIs).toEqual([`${env.ENI_ATLAS_PUBLIC_URL}/auth/callback`]);
  expect(read(access)).toContain(`"email:${dex.staticPasswords[0]?.email}"`);
});

const page = readFileSync('docs/DEPLOYMENT.md', 'utf8');

test('docs/DEPLOYMENT.md names files that there are, settings that there are, and every secret', () => {
  const files = [...page.matchAll(/\bdeploy\/[\w./-]*\w/g)].map(([path]) => path);
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((path) => !existsSync(path) && !path.includes('/secrets'))).toEqual([]);
  const settings = [...page.matchAll(/\bENI_ATLAS_[A-Z_]+\b/g)].map(([name]) => name);
  expect(settings.filter((name) => !VARIABLES.includes(name))).toEqual([]);
  for (const { file } of Object.values(compose.secrets)) expect(page).toContain(basename(file));
});

test('what the docs install from a file, npm does not take for a repository', () => {
  const commands = ['README.md', 'docs/DEPLOYMENT.md', 'docs/OPERATIONS.md'].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/npm install [^\n]*\.tgz/g)].map(([command]) => command),
  );
  expect(commands.length).toBeGreaterThan(1);
  // `dist/name.tgz` without a dot before it is the repository `name.tgz` of the owner `dist`.
  for (const command of commands) expect(command).toMatch(/ (\.|\/)[^ ]*\.tgz$/);
});
