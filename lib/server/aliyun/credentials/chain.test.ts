import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { accountOf, CANARY, ownHome, problemOf } from './cli-home.test-kit';
import { credentialOf } from './credentials';
import { issued, startIssuer } from './issuer.test-kit';

const home = ownHome();
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let isDown: boolean;

beforeEach(async () => {
  isDown = false;
  issuer = await startIssuer(({ path, query }) => {
    if (isDown) return { status: 500, body: { Code: 'InternalError', Message: CANARY } };
    if (path === '/latest/api/token') return { body: 'imds-token' };
    if (path === '/uri') return { body: issued('uri') };
    if (path.endsWith('/security-credentials/')) return { body: 'reader' };
    if (path.startsWith('/latest/')) return { body: { Code: 'Success', ...issued('ecs') } };
    return { body: { Credentials: issued(`${query.get('Action')}`) } };
  });
});
afterEach(() => issuer.stop());

/** Sources from the last to the first of the chain; each that is added is the one in use. */
const SOURCES: [string, () => void][] = [
  ['uri', () => vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_URI', `${issuer.url}/uri`)],
  ['ecs', () => vi.stubEnv('ALIBABA_CLOUD_ECS_METADATA_DISABLED', '')],
  [
    'file',
    () => {
      vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_FILE', home.path('credentials'));
      writeFileSync(
        home.path('credentials'),
        '[default]\ntype=access_key\naccess_key_id=file\naccess_key_secret=s\n',
      );
    },
  ],
  ['cli', () => home.configure({ name: 'now', mode: 'AK', access_key_id: 'cli', access_key_secret: 's' })],
  [
    'AssumeRoleWithOIDC',
    () => {
      writeFileSync(home.path('token'), 'oidc');
      vi.stubEnv('ALIBABA_CLOUD_OIDC_TOKEN_FILE', home.path('token'));
      vi.stubEnv('ALIBABA_CLOUD_OIDC_PROVIDER_ARN', 'arn');
      vi.stubEnv('ALIBABA_CLOUD_ROLE_ARN', 'acs:ram::1:role/reader');
    },
  ],
  [
    'env',
    () => {
      vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'env');
      vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', 's');
    },
  ],
];

const given = async () => (await credentialOf(accountOf(null))).accessKeyId;
const refused = async () => (await problemOf(credentialOf(accountOf(null)))).credential;

it('has the order of the official chain', async () => {
  expect(await refused()).toEqual({ reason: 'none_found' });
  for (const [name, add] of SOURCES) {
    add();
    expect(await given()).toBe(name);
  }
});

it.each<[string, number, () => void, object]>([
  [
    'a CLI profile with an id and no secret',
    3,
    () => home.configure({ name: 'now', mode: 'AK', access_key_id: 'cli' }),
    { reason: 'incomplete', profile: 'now', mode: 'AK', fields: ['access_key_secret'] },
  ],
  [
    'a configuration of the CLI that is no JSON',
    3,
    () => home.write('{"profiles":'),
    { reason: 'file_unreadable', fields: ['~/.aliyun/config.json'] },
  ],
  [
    'a token file of RRSA that is gone',
    5,
    () => rmSync(home.path('token')),
    { reason: 'file_unreadable', mode: 'OIDC', fields: ['ALIBABA_CLOUD_OIDC_TOKEN_FILE'] },
  ],
  [
    'STS that fails',
    5,
    () => {
      isDown = true;
    },
    { reason: 'unreachable', mode: 'OIDC' },
  ],
  [
    'half of the environment',
    5,
    () => vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'env'),
    { reason: 'incomplete', fields: ['ALIBABA_CLOUD_ACCESS_KEY_SECRET'] },
  ],
  [
    'the last of them',
    1,
    () => {
      isDown = true;
    },
    { reason: 'unreachable', mode: 'CredentialsURI' },
  ],
])('does not pass over %s: the next source may be another account', async (_, configured, spoil, failure) => {
  for (const [, add] of SOURCES.slice(0, configured)) add();
  spoil();
  expect(await refused()).toEqual(failure);
});

it.each<[string, object]>([
  ['that is not configured yet', { name: 'default', mode: 'AK', access_key_id: '', access_key_secret: '' }],
  ['without a mode', { name: 'default', mode: '' }],
  ['of another name', { name: 'other', mode: 'AK', access_key_id: 'cli', access_key_secret: 's' }],
  ['of a mode that is not understood', { name: 'default', mode: 'CredentialsURI' }],
])('goes on after a CLI profile %s', async (_, profile) => {
  vi.stubEnv('ALIBABA_CLOUD_PROFILE', 'default');
  home.configure(profile);
  for (const [, add] of SOURCES.slice(0, 1)) add();
  expect(await given()).toBe('uri');
});

it('says of a mode that is not understood where nothing else is configured', async () => {
  home.configure({ name: 'default', mode: 'RsaKeyPair' });
  expect(await refused()).toEqual({ reason: 'mode_unsupported', profile: 'default', mode: 'RsaKeyPair' });
});

it('leaves the CLI out where that is switched off', async () => {
  vi.stubEnv('ALIBABA_CLOUD_CLI_PROFILE_DISABLED', 'TRUE');
  for (const name of ['uri', 'cli']) SOURCES.find(([one]) => one === name)?.[1]();
  expect(await given()).toBe('uri');
  expect((await credentialOf(accountOf('now'))).accessKeyId).toBe('cli');
});
