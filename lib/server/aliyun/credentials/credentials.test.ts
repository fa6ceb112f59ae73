import { readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { accountOf, CANARY, ownHome, problemOf } from './cli-home.test-kit';
import { credentialOf, forgetCredential, profileRegion } from './credentials';

const home = ownHome();
const profile = (name: string, secret = 'sk', more: object = {}) => ({
  name,
  mode: 'AK',
  access_key_id: 'ak',
  access_key_secret: secret,
  region_id: 'cn-beijing',
  ...more,
});

describe('credentialOf', () => {
  it('takes the named profile of the aliyun CLI, and its region', async () => {
    home.configure(profile('other', 'no'), profile('prod', 'yes'));
    expect(await credentialOf(accountOf('prod'))).toEqual({ accessKeyId: 'ak', accessKeySecret: 'yes' });
    expect(await profileRegion('prod')).toBe('cn-beijing');
  });

  it('asks a source once for all who ask at the same time', async () => {
    const runs = home.path('runs');
    const printed = JSON.stringify({ access_key_id: 'once', access_key_secret: 'once' });
    writeFileSync(home.path('slow.sh'), `echo run >> '${runs}'; echo '${printed}'`);
    home.configure({ name: 'prod', mode: 'External', process_command: `sh '${home.path('slow.sh')}'` });
    const account = accountOf('prod');
    const all = await Promise.all([1, 2, 3].map(() => credentialOf(account)));
    expect(all.map(({ accessKeyId }) => accessKeyId)).toEqual(['once', 'once', 'once']);
    expect(readFileSync(runs, 'utf8')).toBe('run\n');
  });

  it('takes a profile that has changed in what counts, at once', async () => {
    const account = accountOf('prod');
    home.configure(profile('prod', 'old'));
    const old = await credentialOf(account);
    home.configure(profile('prod', 'old', { region_id: 'cn-shanghai' }));
    expect(await credentialOf(account)).toBe(old);
    home.configure(profile('prod', 'new'));
    expect(await credentialOf(account)).toMatchObject({ accessKeySecret: 'new' });
    home.configure(profile('other'));
    expect((await problemOf(credentialOf(account))).credential).toEqual({
      reason: 'no_profile',
      profile: 'prod',
    });
  });

  it('forgets the source of the credential that was refused, and none that has taken its place', async () => {
    const account = accountOf(null);
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'secret');
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'old');
    const refused = await credentialOf(account);
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'new');
    expect(await credentialOf(account)).toBe(refused);
    forgetCredential(account, refused);
    const taken = await credentialOf(account);
    expect(taken).toMatchObject({ accessKeyId: 'new' });
    forgetCredential(account, refused);
    expect(await credentialOf(account)).toBe(taken);
  });

  it('looks again after a failure', async () => {
    const account = accountOf('prod');
    home.configure(profile('prod', ''));
    await problemOf(credentialOf(account));
    home.configure(profile('prod', 'now'));
    expect(await credentialOf(account)).toEqual({ accessKeyId: 'ak', accessKeySecret: 'now' });
  });
});

describe('the configuration of the CLI', () => {
  it('is unreadable where it is no JSON, and not a word of it is said', async () => {
    home.write(`{"profiles": [{"access_key_secret": "${CANARY}"`);
    const unreadable = { reason: 'file_unreadable', fields: ['~/.aliyun/config.json'] };
    const named = { ...unreadable, profile: 'prod' };
    expect((await problemOf(credentialOf(accountOf('prod')))).credential).toEqual(named);
    expect((await problemOf(credentialOf(accountOf(null)))).credential).toEqual(unreadable);
  });

  it('has no profile where it is not there', async () => {
    expect((await problemOf(credentialOf(accountOf('prod')))).credential?.reason).toBe('no_profile');
  });

  it('reads a profile beside one that is odd, and no field of another type', async () => {
    home.configure({ mode: 'AK' }, 7 as unknown as object, profile('prod', 'yes', { sts_region: 7 }));
    expect(await credentialOf(accountOf('prod'))).toMatchObject({ accessKeySecret: 'yes' });
  });

  it('that is half written is what it was before, for a named profile and for the chain', async () => {
    const [named, chain] = [accountOf('prod'), accountOf(null)];
    vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_FILE', home.path('credentials'));
    writeFileSync(
      home.path('credentials'),
      '[default]\ntype = access_key\naccess_key_id = another\naccess_key_secret = another\n',
    );
    home.configure(profile('prod', 'whole'));
    for (const account of [named, chain]) await credentialOf(account);
    for (const length of [40, 0]) {
      truncateSync(home.file(), length);
      for (const account of [named, chain, accountOf('prod'), accountOf(null)])
        expect(await credentialOf(account)).toMatchObject({ accessKeySecret: 'whole' });
      expect(await profileRegion('prod')).toBe('cn-beijing');
    }
    home.configure(profile('prod', 'whole again'));
    expect(await credentialOf(named)).toMatchObject({ accessKeySecret: 'whole again' });
  });

  it('that is whole a moment later is waited for', async () => {
    home.write('{"current": "prod", "pro');
    const asked = credentialOf(accountOf('prod'));
    setTimeout(() => home.configure(profile('prod', 'whole')), 20);
    expect(await asked).toMatchObject({ accessKeySecret: 'whole' });
  });

  it('is not asked of the file system again for the region within a second, and later it is', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    home.configure(profile('prod'));
    expect(await profileRegion('prod')).toBe('cn-beijing');
    renameSync(home.file(), home.path('away'));
    vi.advanceTimersByTime(900);
    expect(await profileRegion('prod')).toBe('cn-beijing');
    vi.advanceTimersByTime(200);
    expect(await profileRegion('prod')).toBeNull();
    home.configure(profile('prod', 'sk', { region_id: 'cn-shanghai' }));
    expect(await profileRegion('prod')).toBe('cn-shanghai');
    vi.useRealTimers();
    rmSync(home.path('away'));
  });
});
