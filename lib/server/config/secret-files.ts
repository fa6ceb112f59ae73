import 'server-only';
import { readFileSync } from 'node:fs';

/** Settings whose value may be in a file of its own, which the same variable with the suffix `_FILE` names. */
export const SECRETS_IN_FILES = [
  'ENI_ATLAS_REDIS_URL',
  'ENI_ATLAS_REDIS_SECRET',
  'ENI_ATLAS_SESSION_KEYS',
  'ENI_ATLAS_OIDC_CLIENT_SECRET',
  'ENI_ATLAS_OIDC_CLIENT_KEY',
  'ENI_ATLAS_PASSWORD_HASH',
  'ENI_ATLAS_PROXY_SHARED_SECRET',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/**
 * An environment with the secrets from the files that its `_FILE` variables name, and what is wrong with those files.
 */
export function withSecretFiles(env: Environment): { env: Environment; problems: string[] } {
  const problems: string[] = [];
  const read: Record<string, string> = {};
  for (const name of SECRETS_IN_FILES) {
    const path = env[`${name}_FILE`];
    if (!path) continue;
    if (env[name]) problems.push(`${name}_FILE: ${name} is set too. Allowed: one of the two.`);
    try {
      read[name] = readFileSync(path, 'utf8').trim();
      if (read[name] === '')
        problems.push(`${name}_FILE: the file is empty. Allowed: a file with the value.`);
    } catch (error) {
      problems.push(
        `${name}_FILE: the file cannot be read (${codeOf(error)}). Allowed: a file with the value.`,
      );
    }
  }
  return { env: { ...env, ...read }, problems };
}
