import 'server-only';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  type CredentialsProvider,
  ECSRAMRoleCredentialsProvider,
  EnvironmentVariableCredentialsProvider,
  OIDCRoleArnCredentialsProvider,
  ProfileCredentialsProvider,
  URICredentialsProvider,
} from '@alicloud/credentials';
import type { CredentialReason } from '@/lib/eni/credential-failure';
import { readCliConfig } from './cli-config';
import { profileIn, profileSource } from './profile-source';
import { CredentialRefusal } from './refusal';
import { type CredentialSource, sourceOf } from './source';

/** A source that is configured; null where it is not, and the next one is asked. */
type Link = () => Promise<CredentialSource | null>;

// biome-ignore lint/style/noProcessEnv: the library's own settings, which it too reads when it is asked
const env = (name: string) => process.env[name]?.trim() ?? '';
/** As the library reads its switches. */
const isOn = (name: string) => env(name).toLowerCase() === 'true';

async function fromEnvironment(): Promise<CredentialSource | null> {
  const names = ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET'];
  const missing = names.filter((name) => env(name) === '');
  if (missing.length === names.length) return null;
  if (missing.length > 0) throw new CredentialRefusal({ reason: 'incomplete', fields: missing });
  return sourceOf(EnvironmentVariableCredentialsProvider.builder().build(), { refused: 'answer_unusable' });
}

async function fromOidc(): Promise<CredentialSource | null> {
  const file = 'ALIBABA_CLOUD_OIDC_TOKEN_FILE';
  if (![file, 'ALIBABA_CLOUD_OIDC_PROVIDER_ARN', 'ALIBABA_CLOUD_ROLE_ARN'].every(env)) return null;
  return sourceOf(OIDCRoleArnCredentialsProvider.builder().build(), {
    refused: 'role_refused',
    where: { mode: 'OIDC', fields: [file] },
  });
}

/** The profile of the CLI that the chain takes: the one that is named, else the current one. */
export const chainProfile = (current: string | undefined) => env('ALIBABA_CLOUD_PROFILE') || current || '';

async function fromCli(): Promise<CredentialSource | null> {
  if (isOn('ALIBABA_CLOUD_CLI_PROFILE_DISABLED')) return null;
  const config = await readCliConfig();
  const profile = profileIn(config, chainProfile(config?.current));
  // The CLI writes a profile without anything in it before it is configured.
  const isStub =
    profile?.mode === '' || (profile?.mode === 'AK' && !profile.access_key_id && !profile.access_key_secret);
  return profile && !isStub ? profileSource(config, profile.name) : null;
}

/** A provider of which nobody can say whether it is configured before it has answered. */
async function tried(
  provider: CredentialsProvider,
  refused: CredentialReason,
  mode?: string,
): Promise<CredentialSource> {
  const source = sourceOf(provider, { refused, where: mode === undefined ? {} : { mode } });
  await source.give();
  return source;
}

async function fromCredentialsFile(): Promise<CredentialSource | null> {
  const path = env('ALIBABA_CLOUD_CREDENTIALS_FILE') || join(homedir(), '.alibabacloud', 'credentials');
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  return isThere ? tried(ProfileCredentialsProvider.builder().build(), 'role_refused') : null;
}

async function fromInstance(): Promise<CredentialSource | null> {
  if (isOn('ALIBABA_CLOUD_ECS_METADATA_DISABLED')) return null;
  return tried(ECSRAMRoleCredentialsProvider.builder().build(), 'role_refused', 'EcsRamRole');
}

async function fromUri(): Promise<CredentialSource | null> {
  if (env('ALIBABA_CLOUD_CREDENTIALS_URI') === '') return null;
  return sourceOf(URICredentialsProvider.builder().build(), {
    refused: 'answer_unusable',
    where: { mode: 'CredentialsURI' },
  });
}

/** What a link may fail with and yet be one that is not configured, so that the next is asked. */
type Step = { link: Link; passesOn: readonly CredentialReason[] };

/** The order of the official chain. */
const CHAIN: readonly Step[] = [
  { link: fromEnvironment, passesOn: [] },
  { link: fromOidc, passesOn: [] },
  { link: fromCli, passesOn: ['mode_unsupported'] },
  // The file has no section of the name that is asked for.
  { link: fromCredentialsFile, passesOn: ['answer_unusable'] },
  // A machine that is no ECS instance has no metadata service, one without a role has nothing to say.
  { link: fromInstance, passesOn: ['unreachable', 'answer_unusable', 'role_refused'] },
  { link: fromUri, passesOn: [] },
];

/**
 * The first source of the official chain that is configured. What the library's own does, one that fails is not passed over here:
 * the next may be another account. docs/decisions/0082
 * @throws CredentialRefusal of the one that is configured, of one of an unknown mode, or `none_found`
 */
export async function chainSource(): Promise<CredentialSource> {
  let said: CredentialRefusal | null = null;
  for (const { link, passesOn } of CHAIN) {
    try {
      const source = await link();
      if (source) return source;
    } catch (error) {
      if (!(error instanceof CredentialRefusal) || !passesOn.includes(error.failure.reason)) throw error;
      if (error.failure.reason === 'mode_unsupported') said = error;
    }
  }
  throw said ?? new CredentialRefusal({ reason: 'none_found' });
}
