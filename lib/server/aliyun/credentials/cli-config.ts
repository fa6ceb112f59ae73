import 'server-only';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { log } from '@/lib/server/log/log';
import { CredentialRefusal } from './refusal';

const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);

/** A profile, as far as it is read; null and a field of another type are as if it were not there. Source: aliyun/aliyun-cli config/profile.go */
const profileSchema = z.object({
  name: z.string(),
  mode: z.string().catch(''),
  region_id: text,
  access_key_id: text,
  access_key_secret: text,
  sts_token: text,
  sts_region: text,
  sts_endpoint: text,
  enable_vpc: z.boolean().optional().catch(undefined),
  ram_role_name: text,
  ram_role_arn: text,
  ram_session_name: text,
  external_id: text,
  expired_seconds: number,
  duration_seconds: number,
  source_profile: text,
  process_command: text,
  oidc_provider_arn: text,
  oidc_token_file: text,
  cloud_sso_sign_in_url: text,
  cloud_sso_account_id: text,
  cloud_sso_access_config: text,
  access_token: text,
  cloud_sso_access_token_expire: number,
  oauth_site_type: text,
  oauth_access_token: text,
  oauth_refresh_token: text,
  oauth_access_token_expire: number,
});

const configSchema = z.object({
  current: z.string().catch(''),
  profiles: z
    .array(z.unknown())
    .catch([])
    .transform((all) =>
      all.flatMap((one) => {
        const parsed = profileSchema.safeParse(one);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
});

export type CliProfile = z.infer<typeof profileSchema>;
export type CliConfig = z.infer<typeof configSchema>;

/** What messages call the file. */
const CLI_CONFIG = '~/.aliyun/config.json';
/**
 * The CLI and other programs write the file in place, so a read may find broken JSON: it is repeated this often, this
 * many ms apart.
 */
const AGAIN = 4;
const PAUSE = 40;

/** The file as it was last read in full. `seen` tells one state of it from another. */
type Known = { path: string; seen: string; config: CliConfig; lookedAt: number };

let known: Known | null = null;

const pathNow = () => join(homedir(), '.aliyun', 'config.json');

async function seenOf(path: string): Promise<string> {
  const { mtimeNs, size, ino } = await stat(path, { bigint: true });
  return `${mtimeNs}/${size}/${ino}`;
}

/** The configuration, or null where what is there is no JSON object. */
function parse(content: string): CliConfig | null {
  try {
    const parsed = configSchema.safeParse(JSON.parse(content));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function readNow(path: string): Promise<CliConfig> {
  for (let tries = 0; ; tries++) {
    const config = parse(await readFile(path, 'utf8'));
    if (config) return config;
    if (tries < AGAIN) await sleep(PAUSE);
    else break;
  }
  if (known?.path !== path) throw new CredentialRefusal({ reason: 'file_unreadable', fields: [CLI_CONFIG] });
  log.warn('the configuration of the aliyun CLI is not valid JSON; what it said before still holds');
  return known.config;
}

/**
 * The configuration of the aliyun CLI, or null where there is none. While the file is being written, or is broken, the
 * last good version counts.
 * @param maxAge how old the last look at the file may be, in ms; until then the file system is not touched
 * @throws CredentialRefusal `file_unreadable`
 */
export async function readCliConfig(maxAge = 0): Promise<CliConfig | null> {
  const path = pathNow();
  const now = performance.now();
  if (known?.path === path && now - known.lookedAt < maxAge) return known.config;
  try {
    const seen = await seenOf(path);
    if (known?.path === path && known.seen === seen) {
      known.lookedAt = now;
      return known.config;
    }
    const config = await readNow(path);
    known = { path, seen, config, lookedAt: now };
    return config;
  } catch (error) {
    if (error instanceof CredentialRefusal) throw error;
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return null;
    throw new CredentialRefusal({ reason: 'file_unreadable', fields: [CLI_CONFIG] });
  }
}

/**
 * Puts fields into a profile of the file, in one step, so that no other program sees half of it. The rest of the file
 * stays. A file that may not be written is left alone.
 */
export async function writeCliProfile(name: string, fields: Partial<CliProfile>): Promise<void> {
  const path = pathNow();
  const beside = `${path}.${process.pid}.new`;
  try {
    const config = JSON.parse(await readFile(path, 'utf8')) as { profiles: { name: string }[] };
    const profile = config.profiles.find((one) => one.name === name);
    if (!profile) return;
    Object.assign(profile, fields);
    const { mode } = await stat(path);
    await writeFile(beside, JSON.stringify(config, null, 4), { mode });
    await rename(beside, path);
  } catch {
    log.warn(
      { profile: name },
      'the configuration of the aliyun CLI cannot be written; a new sign-in is kept in memory only',
    );
  }
}
