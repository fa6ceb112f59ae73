import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CREDENTIAL_REASONS } from '@/lib/eni/credential-failure';
import { accountOf, ownHome } from './cli-home.test-kit';
import { credentialOf } from './credentials';
import { type Asked, startIssuer, temporary, willing } from './issuer.test-kit';
import { PROFILE_MODES } from './profile-source';

const home = ownHome();
const AK = { access_key_id: 'own-key', access_key_secret: 'own-secret' };
const ROLE = 'acs:ram::1234567890123456:role/reader';
const LATER = Math.floor(Date.now() / 1000) + 7_200;

let issuer: Awaited<ReturnType<typeof startIssuer>>;
beforeEach(async () => {
  issuer = await startIssuer(willing);
});
afterEach(() => issuer.stop());

describe('each mode of a CLI profile that is understood', () => {
  const tried: string[] = [];
  const profileOf = (mode: string, fields: object) => {
    tried.push(mode);
    return { name: 'prod', mode, ...fields };
  };
  const give = () => credentialOf(accountOf('prod'));

  it('AK', async () => {
    home.configure(profileOf('AK', AK));
    expect(await give()).toEqual({ accessKeyId: 'own-key', accessKeySecret: 'own-secret' });
  });

  it('StsToken', async () => {
    home.configure(profileOf('StsToken', { ...AK, sts_token: 'own-token' }));
    expect(await give()).toEqual({
      accessKeyId: 'own-key',
      accessKeySecret: 'own-secret',
      securityToken: 'own-token',
    });
  });

  it('RamRoleArn, with the external id of the profile', async () => {
    home.configure(
      profileOf('RamRoleArn', {
        ...AK,
        ram_role_arn: ROLE,
        external_id: 'partner-7',
        sts_endpoint: 'sts.test',
      }),
    );
    expect(await give()).toEqual(temporary('AssumeRole-key'));
    const [{ host, query, body } = {} as Asked] = issuer.asked;
    expect([host, query.get('AccessKeyId')]).toEqual(['sts.test', 'own-key']);
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
      RoleArn: ROLE,
      ExternalId: 'partner-7',
    });
  });

  it('EcsRamRole, with and without the name of the role', async () => {
    vi.stubEnv('ALIBABA_CLOUD_ECS_METADATA_DISABLED', '');
    home.configure(profileOf('EcsRamRole', { ram_role_name: 'named' }), { name: 'any', mode: 'EcsRamRole' });
    expect(await give()).toEqual(temporary('ecs-named'));
    expect(await credentialOf(accountOf('any'))).toEqual(temporary('ecs-reader'));
  });

  it('OIDC', async () => {
    writeFileSync(home.path('token'), 'oidc-token');
    home.configure(
      profileOf('OIDC', {
        oidc_provider_arn: 'arn',
        oidc_token_file: home.path('token'),
        ram_role_arn: ROLE,
        sts_region: 'cn-beijing',
      }),
    );
    expect(await give()).toEqual(temporary('AssumeRoleWithOIDC-key'));
    const [{ host, body } = {} as Asked] = issuer.asked;
    expect([host, new URLSearchParams(body).get('OIDCToken')]).toEqual([
      'sts.cn-beijing.aliyuncs.com',
      'oidc-token',
    ]);
  });

  it('ChainableRamRoleArn, over two steps', async () => {
    home.configure(
      profileOf('ChainableRamRoleArn', { source_profile: 'middle', ram_role_arn: `${ROLE}-2` }),
      { name: 'middle', mode: 'ChainableRamRoleArn', source_profile: 'keys', ram_role_arn: ROLE },
      { name: 'keys', mode: 'AK', ...AK },
    );
    expect(await give()).toEqual(temporary('AssumeRole-key'));
    expect(issuer.asked.map(({ query }) => query.get('AccessKeyId'))).toEqual(['own-key', 'AssumeRole-key']);
  });

  it('CloudSSO, which says for which account and access configuration', async () => {
    const signIn = {
      cloud_sso_sign_in_url: `${issuer.url}/start/login`,
      cloud_sso_account_id: '17',
      cloud_sso_access_config: 'ac-1',
    };
    home.configure(
      profileOf('CloudSSO', { ...signIn, access_token: 'sso-token', cloud_sso_access_token_expire: LATER }),
    );
    expect(await give()).toEqual(temporary('sso-key'));
    const [{ body, headers } = {} as Asked] = issuer.asked;
    expect([JSON.parse(body), headers.authorization]).toEqual([
      { AccountId: '17', AccessConfigurationId: 'ac-1' },
      'Bearer sso-token',
    ]);
  });

  it('External, once a minute, and the file is left alone', async () => {
    const runs = home.path('runs');
    const script = home.path('credentials.sh');
    const printed = JSON.stringify({
      mode: 'AK',
      access_key_id: 'external',
      access_key_secret: 'external-secret',
    });
    writeFileSync(script, `#!/bin/sh\necho run >> '${runs}'\necho '${printed}'\n`);
    chmodSync(script, 0o755);
    home.configure(profileOf('External', { process_command: `'${script}'` }));
    const before = readFileSync(home.file(), 'utf8');
    const account = accountOf('prod');
    vi.useFakeTimers({ toFake: ['Date'] });
    for (const seconds of [0, 30, 29, 2]) {
      vi.setSystemTime(Date.now() + seconds * 1000);
      expect(await credentialOf(account)).toEqual({
        accessKeyId: 'external',
        accessKeySecret: 'external-secret',
      });
    }
    vi.useRealTimers();
    expect(readFileSync(runs, 'utf8')).toBe('run\nrun\n');
    expect(readFileSync(home.file(), 'utf8')).toBe(before);
  });

  it('OAuth, whose new refresh token is kept in the file, and nothing else is changed', async () => {
    const profile = profileOf('OAuth', {
      oauth_site_type: 'CN',
      oauth_refresh_token: 'refresh-1',
      oauth_access_token: 'access-1',
      oauth_access_token_expire: 1,
    });
    const other = { name: 'other', mode: 'AK', ...AK, field_of_tomorrow: [1] };
    home.configure(profile, other);
    chmodSync(home.file(), 0o600);
    expect(await give()).toEqual(temporary('oauth-key'));
    expect(issuer.asked.map(({ host, path }) => `${host}${path}`)).toEqual([
      'oauth.aliyun.com/v1/token',
      'oauth.aliyun.com/v1/exchange',
    ]);
    const { profiles } = JSON.parse(readFileSync(home.file(), 'utf8'));
    expect(profiles).toEqual([
      {
        ...profile,
        oauth_refresh_token: 'refresh-2',
        oauth_access_token: 'access-2',
        oauth_access_token_expire: expect.any(Number),
      },
      other,
    ]);
  });

  it('and no other', () => expect([...new Set(tried)].sort()).toEqual([...PROFILE_MODES].sort()));
});

describe('a role of the accounts file', () => {
  const roleAccount = () => accountOf('prod', { roleArn: ROLE, externalId: 'partner-7' });

  it('is assumed with the profile, and its external id', async () => {
    home.configure({ ...AK, name: 'prod', mode: 'AK' });
    expect(await credentialOf(roleAccount())).toEqual(temporary('AssumeRole-key'));
    const form = new URLSearchParams(issuer.asked[0]?.body);
    expect([form.get('RoleArn'), form.get('ExternalId'), form.get('RoleSessionName')]).toEqual([
      ROLE,
      'partner-7',
      'eni-atlas',
    ]);
  });
});

it.each([
  ['### Profiles of the CLI', PROFILE_MODES],
  ['### When there are none', [...CREDENTIAL_REASONS]],
])('docs/CONFIGURATION.md has every row under %s, and no other', (heading, names) => {
  const [, section = ''] = readFileSync('docs/CONFIGURATION.md', 'utf8').split(heading);
  const rows = [...(section.split('\n#')[0] ?? '').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual([...names].sort());
});
