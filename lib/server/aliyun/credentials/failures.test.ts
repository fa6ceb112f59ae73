import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountOf, CANARY, ownHome, problemOf } from './cli-home.test-kit';
import { credentialOf } from './credentials';
import { type Answer, startIssuer, willing } from './issuer.test-kit';
import { PROFILE_MODES } from './profile-source';

const home = ownHome();
const AK = { access_key_id: 'own-key', access_key_secret: 'own-secret' };
const ROLE = 'acs:ram::1234567890123456:role/reader';
const LATER = Math.floor(Date.now() / 1000) + 7_200;

let issuer: Awaited<ReturnType<typeof startIssuer>>;
/** What the issuer answers instead of a credential. */
let instead: Answer | null;

beforeEach(async () => {
  instead = null;
  issuer = await startIssuer((asked) => instead ?? willing(asked));
});
afterEach(() => issuer.stop());

/** An address where nobody listens. fetch refuses the port 9 itself. */
async function unusedAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `127.0.0.1:${port}`;
}

describe('a source that fails says why, in a class of its own', () => {
  const give = async () => {
    const { code, status, credential, allowed, upstreamCode } = await problemOf(
      credentialOf(accountOf('prod')),
    );
    expect([code, status]).toEqual(['credentials_unavailable', 503]);
    return { ...credential, ...(allowed && { allowed }), ...(upstreamCode && { upstreamCode }) };
  };
  const role = {
    name: 'prod',
    mode: 'RamRoleArn',
    access_key_id: 'id',
    access_key_secret: CANARY,
    ram_role_arn: ROLE,
  };
  const here = (mode: string) => ({ profile: 'prod', mode });

  beforeEach(() => {
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'another-account');
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', CANARY);
    vi.stubEnv('ALIBABA_CLOUD_SECURITY_TOKEN', CANARY);
    vi.stubEnv('ALIBABA_CLOUD_ROLE_ARN', 'acs:ram::1:role/another');
    vi.stubEnv('ALIBABA_CLOUD_OIDC_PROVIDER_ARN', 'another');
    vi.stubEnv('ALIBABA_CLOUD_OIDC_TOKEN_FILE', '/another');
  });

  it.each<[string, object, string[]]>([
    ['AK', { access_key_id: '', access_key_secret: '' }, ['access_key_id', 'access_key_secret']],
    ['AK', {}, ['access_key_id', 'access_key_secret']],
    ['AK', { access_key_id: 'id' }, ['access_key_secret']],
    ['AK', { access_key_id: null, access_key_secret: 7 }, ['access_key_id', 'access_key_secret']],
    ['AK', { access_key_id: 'id', access_key_secret: ' ' }, ['access_key_secret']],
    ['StsToken', { access_key_id: 'id', access_key_secret: CANARY }, ['sts_token']],
    ['RamRoleArn', { access_key_id: 'id', access_key_secret: CANARY }, ['ram_role_arn']],
    ['RamRoleArn', { ram_role_arn: ROLE }, ['access_key_id', 'access_key_secret']],
    ['RamRoleArn', { ...role, expired_seconds: 60 }, ['expired_seconds']],
    ['OIDC', {}, ['oidc_provider_arn', 'oidc_token_file', 'ram_role_arn']],
    ['ChainableRamRoleArn', { ram_role_arn: ROLE }, ['source_profile']],
    ['ChainableRamRoleArn', { ram_role_arn: ROLE, source_profile: 'prod' }, ['source_profile']],
    ['CloudSSO', { cloud_sso_sign_in_url: 'https://x' }, ['cloud_sso_account_id', 'cloud_sso_access_config']],
    ['External', {}, ['process_command']],
    ['OAuth', {}, ['oauth_site_type']],
    ['OAuth', { oauth_site_type: 'MARS', oauth_access_token: CANARY }, ['oauth_site_type']],
  ])(
    'a profile of mode %s with only %o lacks %j, and takes nothing from the environment',
    async (mode, fields, missing) => {
      home.configure({ ...fields, name: 'prod', mode });
      expect(await give()).toEqual({ ...here(mode), reason: 'incomplete', fields: missing });
      expect(issuer.asked).toEqual([]);
    },
  );

  it.each([
    'CredentialsURI',
    'RsaKeyPair',
    'BearerToken',
    'RamRoleArnWithRoleName',
    'Anonymous',
    'ak',
    'constructor',
  ])('a mode that is not understood, %s, is named, and which are', async (mode) => {
    home.configure({ ...AK, name: 'prod', mode });
    expect(await give()).toEqual({ ...here(mode), reason: 'mode_unsupported', allowed: PROFILE_MODES });
  });

  it('a mode that is no word is not shown', async () => {
    home.configure({ name: 'prod', mode: `${CANARY} AK` });
    expect(await give()).toEqual({ profile: 'prod', reason: 'mode_unsupported', allowed: PROFILE_MODES });
  });

  it('a profile that is not there, or whose source is not there', async () => {
    home.configure({ ...AK, name: 'Prod', mode: 'AK' });
    expect(await give()).toEqual({ profile: 'prod', reason: 'no_profile' });
    home.configure({ name: 'prod', mode: 'ChainableRamRoleArn', ram_role_arn: ROLE, source_profile: 'gone' });
    expect(await give()).toEqual({ profile: 'gone', reason: 'no_profile' });
  });

  it('an OIDC token file that is not there', async () => {
    home.configure({
      name: 'prod',
      mode: 'OIDC',
      oidc_provider_arn: 'arn',
      oidc_token_file: home.path('none'),
      ram_role_arn: ROLE,
    });
    expect(await give()).toEqual({ ...here('OIDC'), reason: 'file_unreadable', fields: ['oidc_token_file'] });
  });

  it('the metadata service, where it must not be asked', async () => {
    home.configure({ name: 'prod', mode: 'EcsRamRole' });
    expect(await give()).toEqual({ ...here('EcsRamRole'), reason: 'unreachable' });
    expect(issuer.asked).toEqual([]);
  });

  it('a role that is refused, with the code of the cloud', async () => {
    home.configure(role);
    instead = { status: 403, body: { Code: 'NoPermission', Message: CANARY } };
    expect(await give()).toEqual({
      ...here('RamRoleArn'),
      reason: 'role_refused',
      upstreamCode: 'NoPermission',
    });
  });

  it.each([
    [{ status: 200, body: `<html>${CANARY}</html>` }, 'answer_unusable'],
    [{ status: 403, body: `<html>${CANARY}</html>` }, 'answer_unusable'],
    [{ status: 200, body: { Credentials: { AccessKeyId: CANARY } } }, 'answer_unusable'],
    [{ status: 429, body: { Code: 'Throttling.User', Message: CANARY } }, 'unreachable'],
  ])('STS that answers %o: %s', async (said, reason) => {
    home.configure(role);
    instead = said;
    expect((await give()).reason).toBe(reason);
  });

  it.each(['RamRoleArn', 'CloudSSO'])('%s with nobody at the other end', async (mode) => {
    const nobody = await unusedAddress();
    const signIn = {
      cloud_sso_account_id: '1',
      cloud_sso_access_config: 'a',
      access_token: CANARY,
      cloud_sso_access_token_expire: LATER,
    };
    home.configure({
      ...role,
      ...signIn,
      mode,
      sts_endpoint: nobody,
      cloud_sso_sign_in_url: `http://${nobody}`,
    });
    expect(await give()).toEqual({ ...here(mode), reason: 'unreachable' });
  });

  it('a sign-in that has expired, or that the other side refuses', async () => {
    const sso = {
      name: 'prod',
      mode: 'CloudSSO',
      cloud_sso_sign_in_url: issuer.url,
      cloud_sso_account_id: '1',
      cloud_sso_access_config: 'a',
      access_token: CANARY,
    };
    home.configure({ ...sso, cloud_sso_access_token_expire: 1 });
    expect(await give()).toEqual({ ...here('CloudSSO'), reason: 'sign_in_expired' });
    instead = { status: 401, body: { ErrorCode: 'InvalidToken', ErrorMessage: CANARY } };
    home.configure({ ...sso, cloud_sso_access_token_expire: LATER });
    expect(await give()).toEqual({
      ...here('CloudSSO'),
      reason: 'sign_in_expired',
      upstreamCode: 'InvalidToken',
    });
    const oauth = { name: 'prod', mode: 'OAuth', oauth_site_type: 'INTL', oauth_refresh_token: CANARY };
    home.configure(oauth);
    expect((await give()).reason).toBe('sign_in_expired');
    home.configure({ ...oauth, oauth_refresh_token: '' });
    expect(await give()).toEqual({ ...here('OAuth'), reason: 'sign_in_expired' });
  });

  it.each(['false', `echo ${CANARY}`, '/no/such/command', "'unclosed"])(
    'a command that fails: %s',
    async (process_command) => {
      home.configure({ name: 'prod', mode: 'External', process_command });
      expect(await give()).toEqual({ ...here('External'), reason: 'command_failed' });
    },
  );

  it('a role of the accounts file that is refused, or whose profile fails', async () => {
    const account = accountOf('prod', { roleArn: ROLE });
    home.configure({ ...AK, name: 'prod', mode: 'AK' });
    instead = { status: 404, body: { Code: 'EntityNotExist.Role', Message: CANARY } };
    const { credential, upstreamCode } = await problemOf(credentialOf(account));
    expect([credential, upstreamCode]).toEqual([
      { reason: 'role_refused', profile: 'prod' },
      'EntityNotExist.Role',
    ]);
    home.configure({ name: 'prod', mode: 'AK' });
    expect((await problemOf(credentialOf(account))).credential?.reason).toBe('incomplete');
  });
});
