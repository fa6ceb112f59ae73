import 'server-only';
import type { CredentialsProvider } from '@alicloud/credentials';
import {
  ECSRAMRoleCredentialsProvider,
  OIDCRoleArnCredentialsProvider,
  RAMRoleARNCredentialsProvider,
  StaticAKCredentialsProvider,
  StaticSTSCredentialsProvider,
} from '@alicloud/credentials';
import type { CredentialReason } from '@/lib/eni/credential-failure';
import { type CliProfile, writeCliProfile } from './cli-config';
import { CloudSsoProvider } from './cloud-sso';
import { ExternalProvider, OAuthProvider } from './library';
import { CredentialRefusal } from './refusal';
import { type CredentialSource, providerOf } from './source';

type Field = Exclude<keyof CliProfile, 'name' | 'mode'>;
/** A profile that has what its mode needs. */
type Full<N extends Field> = CliProfile & { [K in N]-?: NonNullable<CliProfile[K]> };
type Built = { provider: CredentialsProvider; ends?: () => number };

type Mode = {
  /**
   * Fields that the mode requires. If one were missing, the library would take it from the environment, and with it
   * another account.
   */
  needs: readonly Field[];
  /** Fields that the mode reads too. When one of the fields changes, the profile is read again. */
  may?: readonly Field[];
  /** The problem to report where the other side refuses. */
  refused: CredentialReason;
  /** The field that names a file. */
  file?: Field;
  build(profile: CliProfile, base: CredentialSource | null): Built;
};

/** A mode whose required fields are in the type of what it builds its source from. */
function mode<const N extends Field>(
  definition: Omit<Mode, 'needs' | 'build'> & {
    needs: readonly N[];
    build(profile: Full<N>, base: CredentialSource | null): Built;
  },
): Mode {
  return { ...definition, build: (profile, base) => definition.build(profile as Full<N>, base) };
}

const keysOf = ({ access_key_id, access_key_secret }: Full<'access_key_id' | 'access_key_secret'>) =>
  StaticAKCredentialsProvider.builder()
    .withAccessKeyId(access_key_id)
    .withAccessKeySecret(access_key_secret)
    .build();

function assumeRole(profile: Full<'ram_role_arn'>, base: CredentialsProvider): CredentialsProvider {
  const builder = RAMRoleARNCredentialsProvider.builder()
    .withCredentialsProvider(base)
    .withRoleArn(profile.ram_role_arn);
  if (profile.ram_session_name) builder.withRoleSessionName(profile.ram_session_name);
  if (profile.external_id) builder.withExternalId(profile.external_id);
  if (profile.expired_seconds) builder.withDurationSeconds(profile.expired_seconds);
  if (profile.sts_region) builder.withStsRegionId(profile.sts_region);
  if (profile.sts_endpoint) builder.withStsEndpoint(profile.sts_endpoint);
  if (profile.enable_vpc) builder.withEnableVpc(profile.enable_vpc);
  return builder.build();
}

const STS_FIELDS = [
  'ram_session_name',
  'sts_region',
  'sts_endpoint',
  'enable_vpc',
  'expired_seconds',
] as const;

/**
 * Where people sign in for OAuth, and the client id under which the CLI is known there. Source: aliyun/aliyun-cli
 * config/configure.go
 */
const OAUTH_SITES: Readonly<Record<string, { url: string; client: string }>> = {
  CN: { url: 'https://oauth.aliyun.com', client: '4038181954557748008' },
  INTL: { url: 'https://oauth.alibabacloud.com', client: '4103531455503354461' },
};

/** THE definition of the modes of a CLI profile that the dashboard understands, as the CLI writes them. */
export const MODES: Readonly<Record<string, Mode>> = {
  AK: mode({
    needs: ['access_key_id', 'access_key_secret'],
    refused: 'answer_unusable',
    build: (profile) => ({ provider: keysOf(profile) }),
  }),
  StsToken: mode({
    needs: ['access_key_id', 'access_key_secret', 'sts_token'],
    refused: 'answer_unusable',
    build: ({ access_key_id, access_key_secret, sts_token }) => ({
      provider: StaticSTSCredentialsProvider.builder()
        .withAccessKeyId(access_key_id)
        .withAccessKeySecret(access_key_secret)
        .withSecurityToken(sts_token)
        .build(),
    }),
  }),
  RamRoleArn: mode({
    needs: ['access_key_id', 'access_key_secret', 'ram_role_arn'],
    may: ['external_id', ...STS_FIELDS],
    refused: 'role_refused',
    build: (profile) => ({ provider: assumeRole(profile, keysOf(profile)) }),
  }),
  EcsRamRole: mode({
    needs: [],
    may: ['ram_role_name'],
    refused: 'role_refused',
    build: ({ ram_role_name = '' }) => {
      try {
        return { provider: ECSRAMRoleCredentialsProvider.builder().withRoleName(ram_role_name).build() };
      } catch {
        // ALIBABA_CLOUD_ECS_METADATA_DISABLED applies to profiles too.
        throw new CredentialRefusal({ reason: 'unreachable' });
      }
    },
  }),
  OIDC: mode({
    needs: ['oidc_provider_arn', 'oidc_token_file', 'ram_role_arn'],
    may: ['duration_seconds', ...STS_FIELDS],
    refused: 'role_refused',
    file: 'oidc_token_file',
    build: (profile) => {
      const builder = OIDCRoleArnCredentialsProvider.builder()
        .withOIDCProviderArn(profile.oidc_provider_arn)
        .withOIDCTokenFilePath(profile.oidc_token_file)
        .withRoleArn(profile.ram_role_arn);
      const seconds = profile.duration_seconds ?? profile.expired_seconds;
      if (profile.ram_session_name) builder.withRoleSessionName(profile.ram_session_name);
      if (seconds) builder.withDurationSeconds(seconds);
      if (profile.sts_region) builder.withStsRegionId(profile.sts_region);
      if (profile.sts_endpoint) builder.withStsEndpoint(profile.sts_endpoint);
      if (profile.enable_vpc) builder.withEnableVpc(profile.enable_vpc);
      return { provider: builder.build() };
    },
  }),
  ChainableRamRoleArn: mode({
    needs: ['source_profile', 'ram_role_arn'],
    may: ['external_id', ...STS_FIELDS],
    refused: 'role_refused',
    build: (profile, base) => {
      if (base === null)
        throw new CredentialRefusal({ reason: 'no_profile', profile: profile.source_profile });
      return { provider: assumeRole(profile, providerOf(base)) };
    },
  }),
  CloudSSO: mode({
    needs: ['cloud_sso_sign_in_url', 'cloud_sso_account_id', 'cloud_sso_access_config'],
    may: ['access_token', 'cloud_sso_access_token_expire'],
    refused: 'sign_in_expired',
    build: (profile) => ({
      provider: new CloudSsoProvider({
        signInUrl: profile.cloud_sso_sign_in_url,
        accountId: profile.cloud_sso_account_id,
        accessConfig: profile.cloud_sso_access_config,
        accessToken: profile.access_token ?? '',
        accessTokenExpire: profile.access_token ? (profile.cloud_sso_access_token_expire ?? 0) : 0,
      }),
    }),
  }),
  External: mode({
    needs: ['process_command'],
    refused: 'command_failed',
    build: ({ process_command }) => {
      let ends = 0;
      // The library returns the token so that a caller can write it into the configuration; we only use its end.
      const provider = ExternalProvider.builder()
        .withProcessCommand(process_command)
        .withCredentialUpdateCallback((_id, _secret, _token, expiration) => {
          ends = expiration * 1000;
        })
        .build();
      return { provider, ends: () => ends };
    },
  }),
  OAuth: mode({
    needs: ['oauth_site_type'],
    refused: 'sign_in_expired',
    build: (profile) => {
      const site = OAUTH_SITES[profile.oauth_site_type.toUpperCase()];
      if (!site) throw new CredentialRefusal({ reason: 'incomplete', fields: ['oauth_site_type'] });
      const { oauth_access_token = '', oauth_refresh_token = '', oauth_access_token_expire = 0 } = profile;
      if (!oauth_access_token && !oauth_refresh_token)
        throw new CredentialRefusal({ reason: 'sign_in_expired' });
      const provider = OAuthProvider.builder()
        .withSignInUrl(site.url)
        .withClientId(site.client)
        .withAccessToken(oauth_access_token)
        .withRefreshToken(oauth_refresh_token)
        .withAccessTokenExpire(oauth_access_token_expire)
        // A refresh token works once: without the new one, the CLI itself would be signed out.
        .withTokenUpdateCallback((refresh, access, _id, _secret, _token, accessEnds) => {
          if (access === oauth_access_token) return;
          return writeCliProfile(profile.name, {
            oauth_refresh_token: refresh,
            oauth_access_token: access,
            oauth_access_token_expire: accessEnds,
          });
        })
        .build();
      return { provider };
    },
  }),
};
