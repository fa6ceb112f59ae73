import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { KEYS } from '@/emulator/keys';
import { type RunningEmulator, type StartOptions, startEmulator } from '@/emulator/server';
import type { Problem } from '@/lib/eni/problem';

export type UpstreamOptions = Pick<StartOptions, 'enis' | 'seed' | 'tls'> & {
  profiles: string[];
  env?: Record<string, string>;
  /** The URL that the server gets, where it is not the emulator's own. */
  endpoint?: (url: string) => string;
};

/**
 * Puts a real upstream behind the server's modules: an emulator, and an aliyun CLI configuration with a profile for
 * each named key of it. Import the modules under test after this, since they read their configuration once.
 */
export async function startUpstream({ profiles, env = {}, endpoint, ...estate }: UpstreamOptions) {
  const emulator: RunningEmulator = await startEmulator({ enis: 600, seed: 3, ...estate });
  const url = endpoint?.(emulator.url) ?? emulator.url;
  const home = mkdtempSync(join(tmpdir(), 'eni-atlas-'));
  mkdirSync(join(home, '.aliyun'));
  const entries = KEYS.filter((key) => profiles.includes(key.name)).map((key) => ({
    name: key.name,
    mode: key.securityToken ? 'StsToken' : 'AK',
    access_key_id: key.accessKeyId,
    access_key_secret: key.accessKeySecret,
    sts_token: key.securityToken,
    region_id: 'cn-hangzhou',
  }));
  writeFileSync(
    join(home, '.aliyun', 'config.json'),
    JSON.stringify({ current: profiles[0], profiles: entries }),
  );
  const variables = {
    HOME: home,
    ENI_ATLAS_PROFILES: profiles.join(),
    ENI_ATLAS_ECS_ENDPOINT: url,
    ENI_ATLAS_VPC_ENDPOINT: url,
    ENI_ATLAS_OTHER_ENDPOINT: url,
    ENI_ATLAS_LOG_LEVEL: 'silent',
    // Tests count calls and change the emulator's answers, so cache and rate are off unless a test turns them on.
    ENI_ATLAS_CACHE_TTL: '0',
    ENI_ATLAS_RATE: '1000',
    ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
    ...env,
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const stop = async () => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true });
    await emulator.close();
  };
  return { emulator: emulator.emulator, server: emulator, home, stop };
}

/** Makes the next call start as in a new process: nothing cached, no breaker open, no pause to wait for. */
export function forgetTraffic(): void {
  Reflect.deleteProperty(globalThis, Symbol.for('eni-atlas.traffic'));
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Calls a route handler as HTTP would, and reads its JSON. */
export async function ask<T = Problem>(
  route: Handler,
  path: string,
  params: Record<string, string> = {},
  init?: RequestInit,
) {
  const response = await route(new Request(`http://localhost${path}`, init), {
    params: Promise.resolve(params),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text || 'null') as T };
}
