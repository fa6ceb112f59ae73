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

/** A source that is configured; null where it is not, so that the next one is asked. */
type Link = () => Promise<CredentialSource | null>;

// biome-ignore lint/style/noProcessEnv: the library's own settings, which it too reads when it is asked
const env = (name: string) => process.env[name]?.trim() ?? '';
/** The way the library reads its switches. */
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

/** The profile of the CLI that the chain takes: the one that the settings name, else the current one. */
export const chainProfile = (current: string | undefined) => env('ALIBABA_CLOUD_PROFILE') || current || '';

async function fromCli(): Promise<CredentialSource | null> {
  if (isOn('ALIBABA_CLOUD_CLI_PROFILE_DISABLED')) return null;
  const config = await readCliConfig();
  const profile = profileIn(config, chainProfile(config?.current));
  // Before it is configured, the CLI writes an empty profile.
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

/** Failures that mean a link of the chain is not configured, so that the next one is asked. */
type Step = { link: Link; passesOn: readonly CredentialReason[] };

/** The order of the official chain. */
const CHAIN: readonly Step[] = [
  { link: fromEnvironment, passesOn: [] },
  { link: fromOidc, passesOn: [] },
  { link: fromCli, passesOn: ['mode_unsupported'] },
  // The file has no section of the requested name.
  { link: fromCredentialsFile, passesOn: ['answer_unusable'] },
  // A machine that is not an ECS instance has no metadata service; one without a role gets no answer from it.
  { link: fromInstance, passesOn: ['unreachable', 'answer_unusable', 'role_refused'] },
  { link: fromUri, passesOn: [] },
];

/**
 * The first source of the official chain that is configured. Unlike the library's chain, this one does not pass over a
 * source that fails: the next one may belong to another account. docs/decisions/0082
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
