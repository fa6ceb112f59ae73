import 'server-only';
import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  CLIProfileCredentialsProvider,
  type CredentialsProvider,
  DefaultCredentialsProvider,
  RAMRoleARNCredentialsProvider,
} from '@alicloud/credentials';
import { z } from 'zod';
import { ProblemError } from '@/lib/eni/problem';
import { REGION_ID } from '@/lib/eni/region';
import type { Account } from '../accounts';
import { config } from '../config';

/** What a call is signed with. */
export type Credential = { accessKeyId: string; accessKeySecret: string; securityToken?: string };

function build({ profile, roleArn }: Account): CredentialsProvider {
  const base = profile
    ? CLIProfileCredentialsProvider.builder().withProfileName(profile).build()
    : DefaultCredentialsProvider.builder().build();
  if (!roleArn) return base;
  return RAMRoleARNCredentialsProvider.builder()
    .withCredentialsProvider(base)
    .withRoleArn(roleArn)
    .withRoleSessionName('eni-atlas')
    .build();
}

/**
 * Where an account's credential comes from. The official chain takes a source for the one in use before that has
 * answered, and gives an error to whoever asks meanwhile, so it is asked by one at a time. `given` is its last answer.
 */
type Source = {
  provider: CredentialsProvider;
  pending: Promise<Credential> | null;
  given: Credential | null;
};

const sources = new Map<string, Source>();

async function ask(source: Source): Promise<Credential> {
  const { accessKeyId, accessKeySecret, securityToken } = await source.provider.getCredentials();
  if (!accessKeyId || !accessKeySecret) throw new Error('incomplete');
  source.given = { accessKeyId, accessKeySecret, ...(securityToken && { securityToken }) };
  return source.given;
}

/**
 * The credential of an account, by the official chain or its named profile. The text of an error of the chain may hold
 * the whole configuration file, so none of it goes on.
 * @throws ProblemError `credentials_unavailable`
 */
export async function credentialOf(account: Account): Promise<Credential> {
  const source = sources.get(account.name) ?? { provider: build(account), pending: null, given: null };
  sources.set(account.name, source);
  source.pending ??= ask(source).finally(() => {
    source.pending = null;
  });
  try {
    return await source.pending;
  } catch {
    if (sources.get(account.name) === source) sources.delete(account.name);
    throw new ProblemError('credentials_unavailable', {
      account: account.name,
      detail: account.profile
        ? `No usable credentials in the aliyun CLI profile of account ${account.name}.`
        : 'No Alibaba Cloud credentials were found: environment, RRSA, CLI profile, credentials file, ECS RAM role.',
    });
  }
}

/**
 * The secret that authenticates this account's answers in the store that replicas share: the configured one, else the
 * account's own key where it is a lasting one, which every replica has. Null keeps answers out of that store.
 */
export async function sharedSecretOf(account: Account): Promise<string | null> {
  const { redisUrl, redisSecret } = config();
  if (redisUrl === null || redisSecret !== null) return redisSecret;
  const credential = await credentialOf(account).catch(() => null);
  return credential && !credential.securityToken ? credential.accessKeySecret : null;
}

/**
 * Drops the source of a credential that was refused: after a failure the official chain never looks again, and it reads
 * a CLI profile only once. One that has taken its place meanwhile stays.
 */
export function forgetCredential(account: Account, refused: Credential): void {
  const given = sources.get(account.name)?.given;
  if (given?.accessKeyId === refused.accessKeyId && given.securityToken === refused.securityToken)
    sources.delete(account.name);
}

const cliConfigSchema = z.object({
  profiles: z.array(z.object({ name: z.string(), region_id: z.string().optional().catch(undefined) })),
});

/** The CLI's configuration as it was last read. */
let lastRead: { path: string; changed: number; file: z.infer<typeof cliConfigSchema> } | null = null;

/** The CLI's configuration: read again only when it has changed, for every request asks. */
async function readCliConfig(): Promise<z.infer<typeof cliConfigSchema>> {
  const path = join(homedir(), '.aliyun', 'config.json');
  const { mtimeMs: changed } = await stat(path);
  if (lastRead?.path === path && lastRead.changed === changed) return lastRead.file;
  const file = cliConfigSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  lastRead = { path, changed, file };
  return file;
}

/** `region_id` of an aliyun CLI profile, where it has one. Source: aliyun/aliyun-cli config/profile.go */
export async function profileRegion(profileName: string | null): Promise<string | null> {
  try {
    const file = await readCliConfig();
    const region = file.profiles.find((profile) => profile.name === profileName)?.region_id;
    return region && REGION_ID.test(region) ? region : null;
  } catch {
    return null;
  }
}
