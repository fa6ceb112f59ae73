import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/lib/eni/problem';
import type { Account } from '../accounts';
import { credentialOf, forgetCredential, profileRegion } from './credentials';

const account: Account = { name: 'prod', profile: 'prod', roleArn: null, regions: null };
const SECRET = 'canary-of-the-config-file';
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'eni-atlas-'));
  mkdirSync(join(home, '.aliyun'));
  vi.stubEnv('HOME', home);
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', '');
  vi.stubEnv('ALIBABA_CLOUD_ECS_METADATA_DISABLED', 'true');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

const configure = (text: string) => writeFileSync(join(home, '.aliyun', 'config.json'), text);
const profile = (name: string, secret = 'sk') => ({
  name,
  mode: 'AK',
  access_key_id: 'ak',
  access_key_secret: secret,
  region_id: 'cn-beijing',
});

async function problemOf(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProblemError)) throw new Error('expected a problem');
  return error;
}

describe('credentialOf', () => {
  it('takes the named profile of the aliyun CLI, and its region', async () => {
    configure(
      JSON.stringify({ current: 'other', profiles: [profile('other', 'no'), profile('prod', 'yes')] }),
    );
    expect(await credentialOf(account)).toEqual({ accessKeyId: 'ak', accessKeySecret: 'yes' });
    expect(await profileRegion('prod')).toBe('cn-beijing');
  });

  it.each([
    ['broken JSON', `{"profiles": [{"access_key_secret": "${SECRET}"`],
    ['no such profile', JSON.stringify({ profiles: [profile('other', SECRET)] })],
    ['a profile without a key', JSON.stringify({ profiles: [{ ...profile('prod', ''), note: SECRET }] })],
  ])('says that there are no credentials for %s, and not a word of the file', async (_, text) => {
    configure(text);
    const error = await problemOf(credentialOf({ ...account, name: _ }));
    expect(error.problem).toMatchObject({ code: 'credentials_unavailable', status: 503, account: _ });
    expect(`${JSON.stringify(error.problem)} ${error.message} ${error.stack}`).not.toContain(SECRET);
    expect(error.cause).toBeUndefined();
  });

  it('asks the chain once for all who ask at the same time, of which it would fail all but the first', async () => {
    vi.stubEnv('ALIBABA_CLOUD_PROFILE', 'prod');
    configure(JSON.stringify({ current: 'prod', profiles: [profile('prod', 'yes')] }));
    const chain: Account = { name: 'at once', profile: null, roleArn: null, regions: null };
    const three = await Promise.all([credentialOf(chain), credentialOf(chain), credentialOf(chain)]);
    expect(three.map(({ accessKeySecret }) => accessKeySecret)).toEqual(['yes', 'yes', 'yes']);
  });

  it('forgets the source of the credential that was refused, and none that has taken its place', async () => {
    const renewed = { ...account, name: 'renewed' };
    const write = (key: string) =>
      configure(JSON.stringify({ profiles: [{ ...profile('prod'), access_key_id: key }] }));
    write('old');
    const refused = await credentialOf(renewed);
    write('new');
    expect(await credentialOf(renewed)).toMatchObject({ accessKeyId: 'old' });
    forgetCredential(renewed, refused);
    expect(await credentialOf(renewed)).toMatchObject({ accessKeyId: 'new' });
    write('newer');
    forgetCredential(renewed, refused);
    expect(await credentialOf(renewed)).toMatchObject({ accessKeyId: 'new' });
  });

  it('looks again after a failure', async () => {
    const late = { ...account, name: 'late' };
    configure('{');
    await problemOf(credentialOf(late));
    configure(JSON.stringify({ profiles: [profile('prod', 'now')] }));
    expect(await credentialOf(late)).toEqual({ accessKeyId: 'ak', accessKeySecret: 'now' });
  });

  it('reads the configuration of the CLI again when it has changed, and only then', async () => {
    const region = (id: string) =>
      configure(JSON.stringify({ profiles: [{ ...profile('prod'), region_id: id }] }));
    const at = (seconds: number) => utimesSync(join(home, '.aliyun', 'config.json'), seconds, seconds);
    region('cn-beijing');
    at(1000);
    expect(await profileRegion('prod')).toBe('cn-beijing');
    region('cn-shanghai');
    at(1000);
    expect(await profileRegion('prod')).toBe('cn-beijing');
    at(2000);
    expect(await profileRegion('prod')).toBe('cn-shanghai');
  });

  it('says where it looked when the chain finds nothing', async () => {
    const chain: Account = { name: 'default', profile: null, roleArn: null, regions: null };
    vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_URI', 'http://127.0.0.1:9/');
    expect((await problemOf(credentialOf(chain))).problem).toMatchObject({
      code: 'credentials_unavailable',
      account: 'default',
    });
  });
});
