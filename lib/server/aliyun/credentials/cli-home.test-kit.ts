import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { ProblemError } from '@/lib/eni/problem';
import type { Account } from '../../accounts';

/** What no answer, error or log may hold. */
export const CANARY = 'canary-of-a-secret';

/** A home of its own for each test, without any credentials around it. */
export function ownHome() {
  const home = { path: '' };
  beforeEach(() => {
    home.path = mkdtempSync(join(tmpdir(), 'eni-atlas-'));
    mkdirSync(join(home.path, '.aliyun'));
    vi.stubEnv('HOME', home.path);
    for (const name of [
      'ACCESS_KEY_ID',
      'ACCESS_KEY_SECRET',
      'SECURITY_TOKEN',
      'PROFILE',
      'ROLE_ARN',
      'CREDENTIALS_URI',
    ])
      vi.stubEnv(`ALIBABA_CLOUD_${name}`, '');
    vi.stubEnv('ALIBABA_CLOUD_ECS_METADATA_DISABLED', 'true');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(home.path, { recursive: true });
  });
  const file = () => join(home.path, '.aliyun', 'config.json');
  return {
    file,
    path: (name: string) => join(home.path, name),
    write: (text: string) => writeFileSync(file(), text),
    /** Writes these profiles; the first is the current one. */
    configure: (...profiles: object[]) =>
      writeFileSync(file(), JSON.stringify({ current: (profiles[0] as { name?: string })?.name, profiles })),
  };
}

let made = 0;

/** An account that no other test has asked for. */
export const accountOf = (profile: string | null, more: Partial<Account> = {}): Account => ({
  name: `account ${++made}`,
  profile,
  roleArn: null,
  regions: null,
  ...more,
});

/** The problem that this ends in, which holds no secret. */
export async function problemOf(work: Promise<unknown>) {
  const error = await work.then(
    (value) => {
      throw new Error(`expected a problem, not ${JSON.stringify(value)}`);
    },
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProblemError)) throw error;
  const shown = `${JSON.stringify(error.problem)} ${error.message} ${error.stack} ${String(error.cause)}`;
  if (shown.includes(CANARY)) throw new Error('a secret is shown');
  return error.problem;
}
