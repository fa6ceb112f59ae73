import 'server-only';
import { RAMRoleARNCredentialsProvider } from '@alicloud/credentials';
import { ProblemError } from '@/lib/eni/problem';
import { REGION_ID } from '@/lib/eni/region';
import { config } from '@/lib/server/config/config';
import { log } from '@/lib/server/log/log';
import type { Account } from '../../accounts';
import { chainProfile, chainSource } from './chain';
import { readCliConfig } from './cli-config';
import { PROFILE_MODES, profileIn, profileSource, stampOf } from './profile-source';
import { refusalOf } from './refusal';
import { type CredentialSource, providerOf, sourceOf } from './source';
import { failureDetail } from './words';

/** What a call is signed with. */
export type Credential = { accessKeyId: string; accessKeySecret: string; securityToken?: string };

/**
 * Where an account's credential comes from, and the last one it gave. One caller at a time asks a source: if several
 * asked at once, each would fetch a credential of its own.
 */
type Slot = {
  source: Promise<CredentialSource>;
  /** What the profile said when the source was made: a profile with other content is another source. */
  stamp: string;
  given: { credential: Credential; until: number } | null;
  pending: Promise<Credential> | null;
};

const slots = new Map<string, Slot>();

/** How old the last look at the configuration may be where nothing is sent to the cloud, in ms. */
const GLIMPSE = 1_000;

async function makeSource({ profile, roleArn, externalId }: Account): Promise<CredentialSource> {
  const base = profile === null ? await chainSource() : profileSource(await readCliConfig(), profile);
  if (roleArn === null) return base;
  const builder = RAMRoleARNCredentialsProvider.builder()
    .withCredentialsProvider(providerOf(base))
    .withRoleArn(roleArn)
    .withRoleSessionName('eni-atlas');
  if (externalId !== undefined) builder.withExternalId(externalId);
  const where = profile === null ? {} : { profile };
  return sourceOf(builder.build(), { refused: 'role_refused', where });
}

/**
 * The chain has sources before the CLI's configuration, which work even if that is broken; a named profile has none.
 */
async function stampNow({ profile }: Account, maxAge: number): Promise<string> {
  if (profile !== null) return stampOf(await readCliConfig(maxAge), profile);
  const file = await readCliConfig(maxAge).catch(() => null);
  return stampOf(file, chainProfile(file?.current));
}

async function slotOf(account: Account, maxAge: number): Promise<Slot> {
  const stamp = await stampNow(account, maxAge);
  const known = slots.get(account.name);
  if (known?.stamp === stamp) return known;
  const slot: Slot = { source: makeSource(account), stamp, given: null, pending: null };
  slots.set(account.name, slot);
  return slot;
}

async function ask(slot: Slot): Promise<Credential> {
  const { credentials, until } = await (await slot.source).give();
  const { accessKeyId, accessKeySecret, securityToken } = credentials;
  const credential = { accessKeyId, accessKeySecret, ...(securityToken && { securityToken }) };
  slot.given = { credential, until };
  return credential;
}

async function give(account: Account, slot: Slot): Promise<Credential> {
  if (slot.given && Date.now() < slot.given.until) return slot.given.credential;
  slot.pending ??= ask(slot).finally(() => {
    slot.pending = null;
  });
  try {
    return await slot.pending;
  } catch (error) {
    if (slots.get(account.name) === slot) slots.delete(account.name);
    throw error;
  }
}

/**
 * The credential of an account, by the chain or its named profile.
 * @param maxAge how old the last look at the CLI's configuration may be, in ms
 * @throws ProblemError `credentials_unavailable`, which says why and holds no text of a file, a command or an answer
 */
export async function credentialOf(account: Account, maxAge = 0): Promise<Credential> {
  try {
    return await give(account, await slotOf(account, maxAge));
  } catch (error) {
    const where = account.profile === null ? {} : { profile: account.profile };
    const { failure, upstreamCode } = refusalOf(error, 'answer_unusable', where);
    log.warn({ account: account.name, ...failure, upstreamCode }, 'no credentials');
    throw new ProblemError('credentials_unavailable', {
      account: account.name,
      detail: failureDetail(failure),
      credential: failure,
      upstreamCode,
      allowed: failure.reason === 'mode_unsupported' ? PROFILE_MODES : undefined,
    });
  }
}

/**
 * The secret that authenticates this account's answers in the store that replicas share: the configured one, else the
 * account's own key where that is permanent, since then every replica has it. Null keeps answers out of that store.
 */
export async function sharedSecretOf(account: Account): Promise<string | null> {
  const { redisUrl, redisSecret } = config();
  if (redisUrl === null || redisSecret !== null) return redisSecret;
  const credential = await credentialOf(account, GLIMPSE).catch(() => null);
  return credential && !credential.securityToken ? credential.accessKeySecret : null;
}

/**
 * Drops the source of a credential that the cloud refused: a provider of the library never looks again. A source that
 * has replaced it meanwhile stays.
 */
export function forgetCredential(account: Account, refused: Credential): void {
  const given = slots.get(account.name)?.given?.credential;
  if (given?.accessKeyId === refused.accessKeyId && given.securityToken === refused.securityToken)
    slots.delete(account.name);
}

/** `region_id` of an aliyun CLI profile, where it has one, as of at most a second ago. */
export async function profileRegion(profileName: string | null): Promise<string | null> {
  const file = profileName === null ? null : await readCliConfig(GLIMPSE).catch(() => null);
  const region = profileName === null ? null : profileIn(file, profileName)?.region_id;
  return region && REGION_ID.test(region) ? region : null;
}
