import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, type Environment, parseConfig, VARIABLES } from './config';

function problemsOf(env: Environment): readonly string[] {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('an empty environment listens on loopback with the default chain as its account', () => {
  expect(parseConfig({})).toMatchObject({
    hostname: '127.0.0.1',
    port: 3000,
    profiles: null,
    accounts: null,
    rate: 8,
  });
  expect(parseConfig({ PORT: '', ENI_ATLAS_RATE: '' })).toEqual(parseConfig({}));
});

test.each([
  ['HOSTNAME', '3f9c1d2ab4e5', 'an IP address or localhost'],
  ['HOSTNAME', '0.0.0.0', '127.0.0.1'],
  ['HOSTNAME', '::', '127.0.0.1'],
  ['HOSTNAME', '10.0.0.5', '127.0.0.1'],
  ['PORT', '0', '1 to 65535'],
  ['PORT', '65536', '1 to 65535'],
  ['PORT', '3e3', '1 to 65535'],
  ['ENI_ATLAS_PROFILES', 'prod,,staging', 'none twice'],
  ['ENI_ATLAS_PROFILES', 'prod,prod', 'none twice'],
  ['ENI_ATLAS_PROFILES', 'prod,all', 'which is every account'],
  ['ENI_ATLAS_REGIONS', 'evil.example#', 'cn-hangzhou'],
  ['ENI_ATLAS_ECS_ENDPOINT', 'ftp://127.0.0.1', 'http or https'],
  ['ENI_ATLAS_VPC_ENDPOINT', 'http://127.0.0.1:4010/path', 'without path'],
  ['ENI_ATLAS_RATE', '0', '1 to 1000'],
  ['ENI_ATLAS_USAGE_METRICS', '1441', '0 (off) to 1440'],
  ['ENI_ATLAS_CONCURRENCY', '1.5', '1 to 100'],
  ['ENI_ATLAS_CACHE_TTL', '-1', '0 to 3600'],
  ['ENI_ATLAS_REDIS_URL', 'http://127.0.0.1', 'redis://'],
  ['ENI_ATLAS_SESSION_KEYS', 'too-short', '32 bytes in base64url'],
  ['ENI_ATLAS_AUTH', 'basic', 'none, password, oidc, proxy'],
  ['ENI_ATLAS_ALLOWED_HOSTS', '*', '* is not allowed'],
  ['ENI_ATLAS_ALLOWED_HOSTS', 'enis.example.com:443', 'without port'],
  ['ENI_ATLAS_PUBLIC_URL', 'enis.example.com', 'https://enis.example.com'],
  ['ENI_ATLAS_DEMO', 'yes', 'true, false'],
  ['ENI_ATLAS_DEMO', 'constructor', 'true, false'],
  ['ENI_ATLAS_LOG_LEVEL', 'loud', 'info'],
  ['ENI_ATLAS_I_UNDERSTAND_NO_AUTH', 'yes', 'loopback-published'],
  ['ENI_ATLAS_ACCOUNTS_FILE', '/nowhere/accounts.json', 'ENOENT'],
  ['ENI_ATLAS_FINDINGS_FILE', '/nowhere/policy.json', 'ENOENT'],
])('%s=%s is refused and names what is allowed', (name, value, allowed) => {
  const problems = problemsOf({ [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`${name}: `);
  expect(problems[0]).toContain(allowed);
});

function findingsFile(content: unknown): Environment {
  const path = join(folder, 'policy.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return { ENI_ATLAS_FINDINGS_FILE: path };
}

test('a findings file says what the rules go by, and the usual values fill it up', () => {
  const waivers = [{ rule: 'idle-eni', subject: 'prod/cn-hangzhou/eni-1', reason: 'standby' }];
  const { findingsPolicy } = parseConfig(
    findingsFile({ version: 1, thresholds: { idleAfterDays: 14 }, waivers }),
  );
  expect(findingsPolicy.thresholds).toMatchObject({ idleAfterDays: 14, graceHours: 1 });
  expect(findingsPolicy.waivers).toEqual([{ ...waivers[0], expires: null }]);
});

test.each<[unknown, string]>([
  ['{', 'not json'],
  [{ version: 2 }, 'version'],
  [{ version: 1, thresholds: { idleAfterDays: -1 } }, 'thresholds.idleAfterDays'],
  [{ version: 1, waiver: [] }, 'waiver'],
  [{ version: 1, waivers: [{ rule: 'no-rule', subject: 'a/b/c', reason: 'x' }] }, 'waivers[0].rule'],
])('a findings file %j is refused with the place that is wrong', (content, place) => {
  expect(problemsOf(findingsFile(content)).join()).toContain(place);
});

test('every bad value is named at once', () => {
  expect(problemsOf({ PORT: 'x', ENI_ATLAS_RATE: 'y', ENI_ATLAS_DEMO: 'z' })).toHaveLength(3);
  expect(problemsOf({ HOSTNAME: '0.0.0.0', ENI_ATLAS_AUTH: 'oidc' })).toHaveLength(6);
});

test.each(['ENI_ATLAS_REDIS_URL', 'ENI_ATLAS_ECS_ENDPOINT', 'ENI_ATLAS_PUBLIC_URL'])(
  'a refused %s is not repeated, since it may hold a password',
  (name) => {
    expect(problemsOf({ [name]: 'mysql://user:hunter2@db' }).join()).not.toContain('hunter2');
  },
);

test('an address beyond loopback is listened on only when the operator vouches for the port', () => {
  const accepted = { HOSTNAME: '0.0.0.0', ENI_ATLAS_I_UNDERSTAND_NO_AUTH: 'loopback-published' };
  expect(parseConfig(accepted)).toMatchObject({ hostname: '0.0.0.0', isOpenBindAccepted: true });
});

test('settings without effect are said at start', () => {
  const { warnings } = parseConfig({
    ENI_ATLAS_REDIS_URL: 'redis://:hunter2@cache',
    ENI_ATLAS_PROFILE: 'prod',
  });
  expect(warnings.join('\n')).toMatch(/ENI_ATLAS_PROFILE: no such setting/);
  expect(warnings.join('\n')).not.toContain('hunter2');
});

test.each([
  [{}, []],
  [{ ENI_ATLAS_PUBLIC_URL: 'http://127.0.0.1:3000', ENI_ATLAS_ALLOWED_HOSTS: 'localhost,127.0.0.2' }, []],
  [{ ENI_ATLAS_PUBLIC_URL: 'http://[::1]:3000' }, []],
  [{ ENI_ATLAS_PUBLIC_URL: 'https://enis.example.com' }, ['ENI_ATLAS_PUBLIC_URL']],
  [{ ENI_ATLAS_ALLOWED_HOSTS: 'localhost,.example.com' }, ['ENI_ATLAS_ALLOWED_HOSTS']],
  [{ ENI_ATLAS_ALLOWED_HOSTS: '10.0.0.5' }, ['ENI_ATLAS_ALLOWED_HOSTS']],
])('without sign-in, a name by which others come is warned of: %j', (env, names) => {
  const { isOpenToAll, warnings } = parseConfig(env);
  expect(isOpenToAll).toBe(names.length > 0);
  expect(warnings.map((warning) => warning.split(':')[0])).toEqual(names);
  for (const warning of warnings) expect(warning).toContain('anyone who reaches it sees everything');
});

test('any environment is parsed or refused by name, never another error', () => {
  const environment = fc.dictionary(fc.constantFrom(...VARIABLES), fc.string());
  fc.assert(
    fc.property(environment, (env) => problemsOf(env).every((problem) => /^[A-Z_]+: /.test(problem))),
  );
});

test('docs/CONFIGURATION.md has every variable, and no other', () => {
  const [page = ''] = readFileSync('docs/CONFIGURATION.md', 'utf8').split('## Credentials');
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual([...VARIABLES].sort());
});

const PROXY = {
  ENI_ATLAS_AUTH: 'proxy',
  ENI_ATLAS_PUBLIC_URL: 'https://enis.example.com',
  ENI_ATLAS_ACCESS_FILE: 'a',
};
const KEY = 'k'.repeat(43);

describe('sign-in', () => {
  test('all that is missing is named at once', () => {
    const names = (env: Environment) => problemsOf(env).map((problem) => problem.split(':')[0]);
    expect(names({ ENI_ATLAS_AUTH: 'oidc' })).toEqual([
      'ENI_ATLAS_OIDC_ISSUER',
      'ENI_ATLAS_OIDC_CLIENT_ID',
      'ENI_ATLAS_OIDC_CLIENT_SECRET',
      'ENI_ATLAS_PUBLIC_URL',
      'ENI_ATLAS_SESSION_KEYS',
      'ENI_ATLAS_ACCESS_FILE',
    ]);
    expect(names({ ENI_ATLAS_AUTH: 'password' })).toEqual([
      'ENI_ATLAS_PASSWORD_HASH',
      'ENI_ATLAS_PUBLIC_URL',
      'ENI_ATLAS_SESSION_KEYS',
      'ENI_ATLAS_ACCESS_FILE',
    ]);
    expect(names(PROXY)).toEqual(['ENI_ATLAS_PROXY_JWKS_URL']);
    expect(names({ ...PROXY, ENI_ATLAS_PROXY_SHARED_SECRET: 's'.repeat(32) })).toEqual([
      'ENI_ATLAS_TRUSTED_PROXY_CIDRS',
    ]);
  });

  test('it may listen beyond loopback, and its public address is https there', () => {
    const env = {
      HOSTNAME: '0.0.0.0',
      ...PROXY,
      ENI_ATLAS_PROXY_SHARED_SECRET: 's'.repeat(32),
      ENI_ATLAS_TRUSTED_PROXY_CIDRS: '10.0.0.0/8',
    };
    expect(parseConfig(env)).toMatchObject({ isOpenBindAccepted: true, signIn: { mode: 'proxy' } });
    const http = { ENI_ATLAS_AUTH: 'oidc', ENI_ATLAS_PUBLIC_URL: 'http://enis.example.com' };
    expect(problemsOf(http).join()).toContain('https, or http on a loopback address');
  });

  test.each(['short', `${'k'.repeat(42)}!`, `${KEY},${KEY}`, `${KEY},`])(
    'B112: session keys %j are refused, and not shown',
    (keys) => {
      const [problem = ''] = problemsOf({ ENI_ATLAS_SESSION_KEYS: keys });
      expect(problem).toContain('32 bytes in base64url');
      expect(problem).not.toContain(keys);
    },
  );

  test.each(['0.0.0.0/0', '::/0', '10.0.0.1/8', 'fd00::1/8', '10.0.0.0', '10.0.0.0/33', 'x'])(
    'B113: %s is no range of proxies',
    (cidrs) => expect(problemsOf({ ENI_ATLAS_TRUSTED_PROXY_CIDRS: cidrs })).toHaveLength(1),
  );

  test('a secret may stand in a file, and not in both places', () => {
    const path = join(folder, 'keys');
    writeFileSync(path, `${KEY}\n`);
    expect(parseConfig({ ENI_ATLAS_SESSION_KEYS_FILE: path }).sessionKeys).toEqual([KEY]);
    expect(problemsOf({ ENI_ATLAS_SESSION_KEYS_FILE: path, ENI_ATLAS_SESSION_KEYS: KEY })[0]).toContain(
      'one of the two',
    );
    expect(problemsOf({ ENI_ATLAS_SESSION_KEYS_FILE: `${path}-none` })[0]).toContain('ENOENT');
  });
});
