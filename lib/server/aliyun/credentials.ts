import 'server-only';
import { readFile } from 'node:fs/promises';
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

const providers = new Map<string, CredentialsProvider>();

/**
 * The credential of an account, by the official chain or its named profile. The text of an error of the chain may hold
 * the whole configuration file, so none of it goes on.
 * @throws ProblemError `credentials_unavailable`
 */
export async function credentialOf(account: Account): Promise<Credential> {
  try {
    const provider = providers.get(account.name) ?? build(account);
    providers.set(account.name, provider);
    const { accessKeyId, accessKeySecret, securityToken } = await provider.getCredentials();
    if (!accessKeyId || !accessKeySecret) throw new Error('incomplete');
    return { accessKeyId, accessKeySecret, ...(securityToken && { securityToken }) };
  } catch {
    forgetCredential(account);
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

/** Drops what is cached: after a failure the official chain never looks again, and it reads a CLI profile only once. */
export function forgetCredential(account: Account): void {
  providers.delete(account.name);
}

const cliConfigSchema = z.object({
  profiles: z.array(z.object({ name: z.string(), region_id: z.string().optional().catch(undefined) })),
});

/** `region_id` of an aliyun CLI profile, where it has one. Source: aliyun/aliyun-cli config/profile.go */
export async function profileRegion(profileName: string | null): Promise<string | null> {
  try {
    const file = cliConfigSchema.parse(
      JSON.parse(await readFile(join(homedir(), '.aliyun', 'config.json'), 'utf8')),
    );
    const region = file.profiles.find((profile) => profile.name === profileName)?.region_id;
    return region && REGION_ID.test(region) ? region : null;
  } catch {
    return null;
  }
}
